package org.harmregistry.acceptance.cluster;

import static org.harmregistry.acceptance.cluster.Manifests.containers;
import static org.harmregistry.acceptance.cluster.Manifests.each;
import static org.harmregistry.acceptance.cluster.Manifests.names;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who may reach whom: nobody anybody, but for edges that both ends allow, and that somebody's settings name. Pods of others'
 * operators are known by the labels that these give them.
 */
final class Edges {

    private static final Pattern ADDRESS = Pattern.compile("(?:http|postgresql)://([a-z-]+?)(?:-rw)?:(\\d+)(?:/.*)?");
    /** HTTPS, the cluster's API, and mail that is handed over: whose addresses only the place knows. */
    private static final Set<Integer> WITHOUT_PEER = Set.of(443, 6443, 587);
    private static final int GATEWAY = 8443;
    private static final String ANYBODY = "anybody";
    private static final String NAME = "app.kubernetes.io/name";
    /** What operators make of a document of theirs, by its kind: pods with these labels beside one of the document's name. */
    private static final Map<String, Map<String, String>> OF_OPERATORS = Map.of("Keycloak",
            Map.of("app", "keycloak", "app.kubernetes.io/managed-by", "keycloak-operator"), "MongoDBCommunity",
            Map.of("app", "archive-svc"));

    private final Manifests manifests;
    private final Findings findings;

    /** One end asks the other at a port. */
    private record Edge(String from, String to, int port) {
    }

    Edges(Manifests manifests, Findings findings) {
        this.manifests = manifests;
        this.findings = findings;
    }

    void look() {
        manifests.ofKind("Service").forEach(each -> selects(each, each.at("/spec/selector")));
        manifests.ofKind("PodDisruptionBudget").forEach(each -> selects(each, each.at("/spec/selector/matchLabels")));
        List<JsonNode> policies = manifests.ofKind("NetworkPolicy").toList();
        if (policies.isEmpty()) {
            // Migrations run beside an overlay, which has them.
            return;
        }
        manifests.ofKind("Namespace").forEach(each -> findings.require(policies.stream().anyMatch(Edges::deniesAll), each,
                "allows what no policy names"));
        policies.stream().filter(each -> !deniesAll(each)).forEach(this::narrow);
        bothEnds(policies);
        manifests.ofKind("Deployment").forEach(each -> ServiceAgreement.service(each).ifPresent(service -> {
            settings(each, service, edges(policies, "egress"));
            new Outward(manifests, findings).look(each);
        }));
    }

    private static boolean deniesAll(JsonNode policy) {
        JsonNode spec = policy.path("spec");
        return spec.path("podSelector").isEmpty() && spec.path("policyTypes").size() == 2
                && spec.path("ingress").isMissingNode()
                && spec.path("egress").isMissingNode();
    }

    private void selects(JsonNode document, JsonNode labels) {
        findings.require(manifests.pods().anyMatch(pod -> covers(labels, pod.at("/metadata/labels")))
                || OF_OPERATORS.entrySet().stream().anyMatch(made -> manifests.ofKind(made.getKey()).findAny().isPresent()
                        && names(labels).allMatch(each -> labels.path(each).asText().equals(made.getValue().get(each)))),
                document, "selects nobody: " + labels);
    }

    /** A rule says which ports; one without a peer is for a port that only the outside has. */
    private void narrow(JsonNode policy) {
        Consumer<JsonNode> ports = rule -> findings.require(!rule.path("ports").isEmpty(), policy, "has a rule for every port");
        each(policy.at("/spec/egress")).forEach(rule -> {
            ports.accept(rule);
            findings.require(!rule.path("to").isEmpty() || !rule.path("ports").isEmpty() && each(rule.path("ports"))
                    .allMatch(port -> WITHOUT_PEER.contains(port.path("port").asInt())), policy, "reaches everybody: " + rule);
        });
        each(policy.at("/spec/ingress")).forEach(rule -> {
            ports.accept(rule);
            findings.require(!rule.path("from").isEmpty() || !rule.path("ports").isEmpty() && each(rule.path("ports"))
                    .allMatch(port -> port.path("port").asInt() == GATEWAY), policy, "is reached by everybody: " + rule);
        });
    }

    private void bothEnds(List<JsonNode> policies) {
        Set<Edge> out = edges(policies, "egress");
        Set<Edge> in = edges(policies, "ingress");
        Set<Edge> open = edges(policies, "ingress", rule -> rule.path("from").isEmpty());
        JsonNode any = policies.get(0);
        out.stream().filter(each -> !in.contains(each) && !open.contains(new Edge(ANYBODY, each.to(), each.port())))
                .forEach(each -> findings.require(false, any, each + " is not let in"));
        in.stream().filter(each -> !out.contains(each)).forEach(each -> findings.require(false, any, each + " is not let out"));
    }

    private static Set<Edge> edges(List<JsonNode> policies, String way) {
        return edges(policies, way, rule -> !rule.path(way.equals("egress") ? "to" : "from").isEmpty());
    }

    private static Set<Edge> edges(List<JsonNode> policies, String way, Predicate<JsonNode> which) {
        Set<Edge> edges = new HashSet<>();
        boolean out = way.equals("egress");
        for (JsonNode policy : policies) {
            each(policy.path("spec").path(way)).filter(which).forEach(rule -> peers(rule.path(out ? "to" : "from"))
                    .forEach(peer -> ends(policy.at("/spec/podSelector")).forEach(own -> each(rule.path("ports"))
                            .forEach(port -> edges.add(out ? new Edge(own, peer, port.path("port").asInt())
                                    : new Edge(peer, own, port.path("port").asInt()))))));
        }
        return edges;
    }

    /** Those of the namespace; a rule that names none is for anybody. */
    private static Stream<String> peers(JsonNode named) {
        return named.isEmpty() ? Stream.of(ANYBODY)
                : each(named).filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                        .flatMap(peer -> ends(peer.path("podSelector")));
    }

    /** Whoever carries such labels: a name, or all services. */
    private static Stream<String> ends(JsonNode selector) {
        JsonNode labels = selector.path("matchLabels");
        if (labels.path("app.kubernetes.io/component").asText().equals("service")) {
            return ServiceAgreement.SERVICES.stream();
        }
        return Stream.of(NAME, "cnpg.io/cluster", "app").map(labels::path).filter(JsonNode::isTextual).map(JsonNode::asText)
                .limit(1);
    }

    /** A service reaches whom its settings name, and nobody else of the namespace. */
    private void settings(JsonNode document, String service, Set<Edge> edges) {
        Set<String> named = new TreeSet<>();
        containers(document.at("/spec/template")).flatMap(container -> each(container.path("env"))).forEach(variable -> {
            Matcher address = ADDRESS.matcher(variable.path("value").asText());
            if (address.matches()) {
                named.add(address.group(1) + ":" + address.group(2));
            } else if (variable.path("name").asText().equals("MONGODB_URL")) {
                named.add("archive-svc:27017");
            }
        });
        if (issuerIsBehindTheGateway()) {
            named.add("gateway:" + GATEWAY);
        }
        Set<String> allowed = edges.stream().filter(each -> each.from().equals(service))
                .map(each -> each.to() + ":" + each.port()).collect(Collectors.toCollection(TreeSet::new));
        findings.require(allowed.equals(named), document, "is set to reach " + named + " and may reach " + allowed);
    }

    private boolean issuerIsBehindTheGateway() {
        return manifests.ofKind("Keycloak").findAny().isPresent()
                && manifests.ofKind("Deployment").anyMatch(each -> each.at("/metadata/name").asText().equals("gateway"));
    }

    /** Whether a selector's labels are all there; an empty selector selects everybody. */
    static boolean covers(JsonNode selector, JsonNode labels) {
        return !selector.isMissingNode() && names(selector).allMatch(each -> labels.path(each).equals(selector.path(each)));
    }
}
