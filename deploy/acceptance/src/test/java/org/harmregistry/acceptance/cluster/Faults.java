package org.harmregistry.acceptance.cluster;

import static org.harmregistry.acceptance.cluster.Manifests.containers;
import static org.harmregistry.acceptance.cluster.Manifests.each;
import static org.harmregistry.acceptance.cluster.Manifests.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What is wrong with manifests: against this registry's rules, and against what the services have. */
final class Faults {

    private static final Set<String> VERSIONS = Set.of("v1", "apps/v1", "batch/v1", "policy/v1", "autoscaling/v2",
            "networking.k8s.io/v1", "postgresql.cnpg.io/v1", "mongodbcommunity.mongodb.com/v1", "monitoring.coreos.com/v1");
    /** Of Kubernetes' fields those that are used here: another one is misspelt, or is added here by whoever needs it. */
    private static final Set<String> POD_FIELDS = Set.of("serviceAccountName", "automountServiceAccountToken",
            "enableServiceLinks", "terminationGracePeriodSeconds", "securityContext", "topologySpreadConstraints", "containers",
            "initContainers", "volumes", "restartPolicy");
    private static final Set<String> CONTAINER_FIELDS = Set.of("name", "image", "command", "ports", "env", "envFrom",
            "startupProbe", "readinessProbe", "livenessProbe", "lifecycle", "resources", "securityContext", "volumeMounts");
    /** The ports and paths of the framework, which no property file changes. */
    private static final Map<String, Integer> PORTS = Map.of("http", 8080, "management", 9000, "https", 8443);
    private static final Set<String> PROBES = Set.of("/q/health/started", "/q/health/ready", "/q/health/live");
    private static final Set<String> OF_THE_JVM = Set.of("MALLOC_ARENA_MAX", "JAVA_TOOL_OPTIONS");
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("QUARKUS_FLYWAY_MIGRATE_AT_START", "QUARKUS_SHUTDOWN_TIMEOUT",
            "QUARKUS_INIT_AND_EXIT");
    private static final Pattern VARIABLE = Pattern.compile("^([^#=\\s]+)=.*?\\$\\{([A-Z_]+)(:?)", Pattern.MULTILINE);

    private final Manifests manifests;
    private final List<String> found = new ArrayList<>();

    private Faults(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> in(Manifests manifests) {
        Faults faults = new Faults(manifests);
        manifests.documents().forEach(faults::kind);
        manifests.ofKind("Deployment", "Job").forEach(faults::pod);
        manifests.ofKind("Deployment").forEach(faults::deployment);
        manifests.ofKind("Service", "NetworkPolicy", "PodDisruptionBudget").forEach(faults::selects);
        manifests.ofKind("Secret")
                .forEach(each -> faults.found.add(name(each) + ": a secret's content is not for the repository"));
        return faults.found;
    }

    private void kind(JsonNode document) {
        require(VERSIONS.contains(document.path("apiVersion").asText()), document, "is of a kind that nobody knows");
        fields(document, document.at("/spec/template/spec"), POD_FIELDS);
        containers(document.at("/spec/template")).forEach(container -> fields(document, container, CONTAINER_FIELDS));
    }

    private void fields(JsonNode document, JsonNode object, Set<String> known) {
        names(object).forEach(each -> require(known.contains(each), document, "has an unknown field " + each));
    }

    private void pod(JsonNode document) {
        JsonNode pod = document.at("/spec/template");
        require(pod.at("/spec/securityContext/runAsNonRoot").asBoolean(), document, "may run as root");
        require(pod.at("/spec/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"), document,
                "has no seccomp");
        require(pod.at("/spec/automountServiceAccountToken").isBoolean()
                && !pod.at("/spec/automountServiceAccountToken").asBoolean(), document, "gets a token of the cluster");
        Set<String> volumes = each(pod.at("/spec/volumes")).map(each -> each.path("name").asText()).collect(Collectors.toSet());
        containers(pod).forEach(container -> {
            String where = container.path("name").asText();
            for (String pointer : List.of("requests/cpu", "requests/memory", "limits/cpu", "limits/memory")) {
                require(!container.at("/resources/" + pointer).isMissingNode(), document, where + " has no " + pointer);
            }
            JsonNode security = container.path("securityContext");
            require(security.path("readOnlyRootFilesystem").asBoolean(), document, where + " may write its root");
            require(!security.path("allowPrivilegeEscalation").asBoolean(true), document, where + " may rise");
            require(security.at("/capabilities/drop/0").asText().equals("ALL"), document, where + " keeps capabilities");
            require(container.path("image").asText().matches("\\S+/\\S+:(?!latest)\\S+"), document,
                    where + " has no fixed image");
            each(container.path("volumeMounts"))
                    .forEach(mount -> require(volumes.contains(mount.path("name").asText()), document,
                            "mounts what there is not: " + mount.path("name").asText()));
            each(container.path("ports")).forEach(port -> require(
                    PORTS.getOrDefault(port.path("name").asText(), 0) == port.path("containerPort").asInt(), document,
                    "has a wrong port " + port));
        });
        service(document).ifPresent(service -> environment(document, service));
    }

    private void deployment(JsonNode document) {
        JsonNode pod = document.at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        Set<String> ports = each(container.path("ports")).map(each -> each.path("name").asText()).collect(Collectors.toSet());
        boolean service = service(document).isPresent();
        for (String probe : service ? List.of("startupProbe", "readinessProbe", "livenessProbe")
                : List.of("readinessProbe", "livenessProbe")) {
            JsonNode get = container.at("/" + probe + "/httpGet");
            require(get.path("port").asText().equals("management") && ports.contains("management"), document,
                    probe + " does not ask the management port");
            require((service ? PROBES : Set.of("/ready")).contains(get.path("path").asText()), document,
                    probe + " asks at " + get.path("path"));
        }
        if (service) {
            long pause = container.at("/lifecycle/preStop/sleep/seconds").asLong();
            long end = each(container.path("env")).filter(each -> each.path("name").asText().equals("QUARKUS_SHUTDOWN_TIMEOUT"))
                    .map(each -> Duration.parse(each.path("value").asText()).toSeconds()).findFirst().orElse(0L);
            require(pause > 0 && end >= Duration.ofMinutes(2).toSeconds(), document, "cuts requests when it ends");
            require(pod.path("terminationGracePeriodSeconds").asLong() > pause + end, document,
                    "is killed before it has ended");
        }
        require(document.at("/spec/replicas").isMissingNode(), document, "fixes what the autoscaler decides");
        require(manifests.ofKind("HorizontalPodAutoscaler").anyMatch(each -> each.at("/spec/scaleTargetRef/name")
                .equals(document.at("/metadata/name"))), document, "has no autoscaler");
    }

    /** A service's variables are those of its property files: all that it cannot do without, and none that it does not read. */
    private void environment(JsonNode document, String service) {
        Set<String> required = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (Path file : List.of(Path.of("../..", service, "src/main/resources/application.properties"),
                Path.of("../../service-kit/src/main/resources/META-INF/microprofile-config.properties"))) {
            Matcher variables = VARIABLE.matcher(text(file));
            variables.results().forEach((MatchResult each) -> {
                known.add(each.group(2));
                if (each.group(3).isEmpty() && !each.group(1).startsWith("%test")) {
                    required.add(each.group(2));
                }
            });
        }
        JsonNode container = document.at("/spec/template/spec/containers/0");
        Set<String> given = Stream.concat(each(container.path("env")).map(each -> each.path("name").asText()),
                each(container.path("envFrom")).flatMap(each -> manifests.ofKind("ConfigMap")
                        .filter(map -> map.at("/metadata/name").equals(each.at("/configMapRef/name")))
                        .flatMap(map -> Stream.of(map.path("data")).flatMap(data -> names(data)))))
                .collect(Collectors.toCollection(TreeSet::new));
        required.forEach(each -> require(given.contains(each), document, "lacks " + each));
        given.forEach(each -> require(known.contains(each) || OF_THE_JVM.contains(each) || OF_THE_FRAMEWORK.contains(each)
        // The place says these to all services alike.
                || each.equals("PUBLIC_URL"), document, "sets " + each + ", which nobody reads"));
        each(container.path("env")).filter(each -> each.path("name").asText().matches(".*(PASSWORD|KEY|SECRET|MONGODB_URL)"))
                .forEach(each -> require(each.at("/valueFrom/secretKeyRef/key").isTextual()
                        && !each.at("/valueFrom/secretKeyRef/optional").asBoolean(), document,
                        each.path("name").asText() + " is no secret, or may be missing"));
    }

    private void selects(JsonNode document) {
        JsonNode spec = document.path("spec");
        Consumer<JsonNode> one = labels -> require(labels.isEmpty() || labels.fieldNames().next().startsWith("cnpg.io/")
                || labels.toString().contains("archive-svc") || labels.toString().contains("-migration")
                || manifests.pods().anyMatch(pod -> pod.at("/metadata/labels").toString()
                        .contains(labels.toString().replaceAll("[{}]", ""))),
                document, "selects nobody: " + labels);
        if (document.path("kind").asText().equals("Service")) {
            one.accept(spec.path("selector"));
            each(spec.path("ports")).forEach(port -> require(PORTS.containsKey(port.path("targetPort").asText()), document,
                    "leads to no port: " + port));
        } else {
            one.accept(spec.path("selector").path("matchLabels"));
            one.accept(spec.path("podSelector").path("matchLabels"));
            Stream.of("ingress", "egress").flatMap(way -> each(spec.path(way)))
                    .flatMap(rule -> Stream.concat(each(rule.path("from")), each(rule.path("to"))))
                    .filter(peer -> peer.path("namespaceSelector").isMissingNode())
                    .forEach(peer -> one.accept(peer.at("/podSelector/matchLabels")));
        }
    }

    private static Optional<String> service(JsonNode document) {
        return Stream.of("incidents-service", "sources-service", "reports-service")
                .filter(each -> document.at("/metadata/name").asText().replace("-migration", "-service").equals(each))
                .findFirst();
    }

    private static Stream<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void require(boolean holds, JsonNode document, String otherwise) {
        if (!holds) {
            found.add(name(document) + ": " + otherwise);
        }
    }
}
