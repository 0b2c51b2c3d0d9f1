package org.harmregistry.acceptance.cluster;

import static org.harmregistry.acceptance.cluster.Manifests.name;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What is wrong with manifests: against what the services have, against the rules for pods, and in who reaches whom. */
final class Faults {

    private Faults() {
    }

    static List<String> in(Manifests manifests) {
        Findings findings = new Findings();
        new ServiceAgreement(manifests, findings).look();
        new Hardening(manifests, findings).look();
        new Edges(manifests, findings).look();
        new IssuerAgreement(manifests, findings).look();
        new Backups(manifests, findings).look();
        Stream<String> secrets = manifests.ofKind("Secret").map((JsonNode each) -> name(each)
                + ": a secret's content is not for the repository");
        return Stream.concat(findings.all().stream(), secrets).toList();
    }
}
