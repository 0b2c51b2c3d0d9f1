package org.harmregistry.acceptance.cluster;

import static org.harmregistry.acceptance.cluster.Manifests.each;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where anything is kept for a second time, every register is: each in a store of its own, as it changes and whole once a
 * night.
 */
final class Backups {

    private final Manifests manifests;
    private final Findings findings;

    Backups(Manifests manifests, Findings findings) {
        this.manifests = manifests;
        this.findings = findings;
    }

    void look() {
        if (manifests.ofKind("ObjectStore").findAny().isEmpty()) {
            return;
        }
        Map<String, JsonNode> stores = new HashMap<>();
        manifests.ofKind("ObjectStore").forEach(each -> {
            JsonNode before = stores.put(each.at("/spec/configuration/destinationPath").asText(), each);
            findings.require(before == null, each, "keeps its backups where another register does");
        });
        manifests.ofKind("Cluster").forEach(cluster -> {
            findings.require(each(cluster.at("/spec/plugins")).anyMatch(plugin -> plugin.path("isWALArchiver").asBoolean()
                    && stores.values().stream().anyMatch(store -> store.at("/metadata/name")
                            .equals(plugin.at("/parameters/barmanObjectName")))),
                    cluster, "keeps its changes nowhere else");
            findings.require(manifests.ofKind("ScheduledBackup")
                    .anyMatch(each -> each.at("/spec/cluster/name").equals(cluster.at("/metadata/name"))), cluster,
                    "is never kept whole");
            findings.require(cluster.at("/spec/postgresql/synchronous/number").asInt() > 0, cluster,
                    "acknowledges what only one machine has");
        });
    }
}
