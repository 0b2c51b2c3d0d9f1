package org.harmregistry.acceptance.cluster;

import static org.harmregistry.acceptance.cluster.Manifests.containers;
import static org.harmregistry.acceptance.cluster.Manifests.each;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** At which ports a service may reach whoever is not of its namespace: those that its settings need, and no other. */
final class Outward {

    private static final int HTTPS = 443;
    /** Where Envoy Gateway's pods listen for what comes to 443. */
    private static final int ENVOY = 10443;

    private final Manifests manifests;
    private final Findings findings;

    Outward(Manifests manifests, Findings findings) {
        this.manifests = manifests;
        this.findings = findings;
    }

    void look(JsonNode deployment) {
        Set<Integer> needed = needed(settings(deployment));
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        Set<Integer> allowed = manifests.ofKind("NetworkPolicy")
                .filter(policy -> !policy.at("/spec/podSelector").isEmpty()
                        && Edges.covers(policy.at("/spec/podSelector/matchLabels"), labels))
                .flatMap(policy -> each(policy.at("/spec/egress"))).filter(Outward::leadsOut)
                .flatMap(rule -> each(rule.path("ports"))).map(port -> port.path("port").asInt())
                .collect(Collectors.toCollection(TreeSet::new));
        findings.require(allowed.equals(needed), deployment,
                "needs the outside at " + needed + " and may reach it at " + allowed);
    }

    private static boolean leadsOut(JsonNode rule) {
        return rule.path("to").isEmpty()
                || each(rule.path("to")).anyMatch(peer -> peer.has("ipBlock") || peer.has("namespaceSelector"));
    }

    /** All need the issuer, which is asked by its public name. */
    private Set<Integer> needed(Map<String, String> settings) {
        Set<Integer> ports = new TreeSet<>(List.of(HTTPS));
        if (settings.containsKey("SUBSCRIPTION_KEY")) {
            // registry.webhooks.ports
            ports.add(8443);
        }
        if (settings.containsKey("SMTP_HOST")) {
            ports.add(Integer.parseInt(settings.getOrDefault("SMTP_PORT", "587")));
        }
        if (settings.containsKey("SCANNER_ADDRESS")) {
            ports.add(Integer.parseInt(settings.get("SCANNER_ADDRESS").replaceAll(".*:", "")));
        }
        if (settings.getOrDefault("FETCH_FROM_WEB", "false").equals("true")) {
            // registry.retrieval.ports
            ports.add(80);
        }
        if (manifests.ofKind("Keycloak").findAny().isPresent() && manifests.ofKind("Gateway").findAny().isPresent()) {
            ports.add(ENVOY);
        }
        return ports;
    }

    private static Map<String, String> settings(JsonNode deployment) {
        Map<String, String> settings = new HashMap<>();
        containers(deployment.at("/spec/template")).flatMap(container -> each(container.path("env")))
                .forEach(variable -> settings.put(variable.path("name").asText(), variable.path("value").asText()));
        return settings;
    }
}
