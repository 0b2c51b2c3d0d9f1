package org.harmregistry.acceptance.cluster;

import static org.harmregistry.acceptance.cluster.Manifests.each;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether the identity provider in the cluster is the one that services ask: its address, its realm and its clients; and
 * whether the pods
 * that its operator makes may be in the namespace.
 */
final class IssuerAgreement {

    private final Manifests manifests;
    private final Findings findings;

    IssuerAgreement(Manifests manifests, Findings findings) {
        this.manifests = manifests;
        this.findings = findings;
    }

    void look() {
        manifests.ofKind("Keycloak").forEach(each -> {
            address(each);
            pods(each);
        });
        manifests.ofKind("KeycloakRealmImport").forEach(this::clients);
    }

    private void address(JsonNode keycloak) {
        String address = keycloak.at("/spec/hostname/hostname").asText();
        String host = address.replaceAll("^https://", "");
        JsonNode realm = manifests.ofKind("KeycloakRealmImport")
                .filter(each -> each.at("/spec/keycloakCRName").equals(keycloak.at("/metadata/name"))).findFirst()
                .orElse(keycloak);
        String issuer = address + "/realms/" + realm.at("/spec/realm/realm").asText();
        findings.require(keycloak.at("/spec/hostname/strict").asBoolean(), keycloak, "answers to any name");
        findings.require(manifests.ofKind("ConfigMap").map(each -> each.at("/data/OIDC_ISSUER"))
                .filter(JsonNode::isTextual).allMatch(each -> each.asText().equals(issuer)), keycloak,
                "issues as " + issuer + ", which services do not ask");
        Stream<String> doors = Stream.concat(
                manifests.ofKind("Gateway").flatMap(each -> each(each.at("/spec/listeners")))
                        .map(each -> each.path("hostname").asText()),
                manifests.ofKind("ConfigMap").map(each -> each.at("/data/login.conf").asText())
                        .map(each -> each.contains("server_name " + host + ";") ? host : ""));
        findings.require(doors.anyMatch(host::equals), keycloak, "has no door at " + host);
    }

    private void pods(JsonNode keycloak) {
        JsonNode pod = keycloak.at("/spec/unsupported/podTemplate/spec");
        JsonNode security = pod.at("/containers/0/securityContext");
        findings.require(pod.at("/securityContext/runAsNonRoot").asBoolean()
                && pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault")
                && !security.path("allowPrivilegeEscalation").asBoolean(true)
                && security.at("/capabilities/drop/0").asText().equals("ALL"), keycloak,
                "may not run in a restricted namespace");
        findings.require(!keycloak.at("/spec/networkPolicy/enabled").asBoolean(true), keycloak,
                "is opened to everybody by its operator's own policy");
        for (String of : List.of("cpu", "memory", "ephemeral-storage")) {
            findings.require(keycloak.at("/spec/resources/limits").has(of) && keycloak.at("/spec/resources/requests").has(of),
                    keycloak, "has no bound of " + of);
        }
    }

    /** A service that asks on its own behalf is a client of the realm, and proves itself as the realm says. */
    private void clients(JsonNode realm) {
        manifests.ofKind("Deployment").forEach(deployment -> each(deployment.at("/spec/template/spec/containers/0/env"))
                .filter(each -> each.path("name").asText().equals("SERVICE_CLIENT")).forEach(client -> {
                    String proof = each(realm.at("/spec/realm/clients"))
                            .filter(each -> each.path("clientId").equals(client.path("value")))
                            .map(each -> each.path("clientAuthenticatorType").asText()).findFirst().orElse("none");
                    String set = proof.equals("client-jwt") ? "SERVICE_CLIENT_KEY" : "SERVICE_CLIENT_SECRET";
                    findings.require(each(deployment.at("/spec/template/spec/containers/0/env"))
                            .map(each -> each.path("name").asText()).filter(each -> each.startsWith("SERVICE_CLIENT_"))
                            .toList().equals(List.of(set)), deployment,
                            "does not prove itself as the realm asks it to: " + proof);
                }));
    }
}
