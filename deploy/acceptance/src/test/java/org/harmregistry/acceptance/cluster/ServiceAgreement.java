package org.harmregistry.acceptance.cluster;

import static org.harmregistry.acceptance.cluster.Manifests.containers;
import static org.harmregistry.acceptance.cluster.Manifests.each;
import static org.harmregistry.acceptance.cluster.Manifests.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether manifests agree with what the services and the gateway have: ports, probes, variables, and the time to end. */
final class ServiceAgreement {

    static final List<String> SERVICES = List.of("incidents-service", "sources-service", "reports-service");

    /** The ports and paths of the framework, which no property file changes. */
    private static final Map<String, Integer> PORTS = Map.of("http", 8080, "management", 9000, "https", 8443);
    private static final Set<String> SERVICE_PROBES = Set.of("/q/health/started", "/q/health/ready", "/q/health/live");
    private static final Set<String> GATEWAY_PROBES = Set.of("/ready", "/live");
    private static final Set<String> OF_THE_JVM = Set.of("MALLOC_ARENA_MAX", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("QUARKUS_FLYWAY_MIGRATE_AT_START", "QUARKUS_SHUTDOWN_TIMEOUT",
            "QUARKUS_SHUTDOWN_DELAY", "QUARKUS_INIT_AND_EXIT");
    private static final Pattern VARIABLE = Pattern.compile("^([^#=\\s]+)=.*?\\$\\{([A-Z_]+)(:?)", Pattern.MULTILINE);
    private static final Pattern SILENCE = Pattern.compile("proxy_read_timeout (\\d+)s;");
    private static final Pattern LAST_WORKERS = Pattern.compile("worker_shutdown_timeout (\\d+)s;");
    private static final Pattern PAUSE = Pattern.compile("sleep (\\d+);");
    private static final Pattern DELAY = Pattern.compile("^quarkus\\.shutdown\\.delay=(\\S+)$", Pattern.MULTILINE);
    private static final Pattern POOL = Pattern.compile("^quarkus\\.datasource\\.reactive\\.max-size=(\\d+)$",
            Pattern.MULTILINE);
    /** While one version follows another: a replica that comes, and two that still end. */
    private static final long PASSING_REPLICAS = 3;
    /** Those of the server's own keeping, its operator, its meter, and who migrates. */
    private static final long OTHER_CONNECTIONS = 12;
    private static final long CONNECTIONS_UNLESS_SAID = 100;
    private static final Path GATEWAY = Path.of("../gateway");
    private static final Path KIT = Path.of("../../service-kit/src/main/resources/META-INF/microprofile-config.properties");

    private final Manifests manifests;
    private final Findings findings;

    ServiceAgreement(Manifests manifests, Findings findings) {
        this.manifests = manifests;
        this.findings = findings;
    }

    void look() {
        manifests.ofKind("Deployment", "Job").forEach(each -> service(each).ifPresent(service -> environment(each, service)));
        manifests.ofKind("Deployment").forEach(each -> {
            probes(each);
            ending(each);
        });
        manifests.ofKind("Deployment", "Job").flatMap(each -> containers(each.at("/spec/template"))
                .flatMap(container -> each(container.path("ports"))).map(port -> Map.entry(each, port)))
                .forEach(each -> findings.require(PORTS.getOrDefault(each.getValue().path("name").asText(), 0)
                        .equals(each.getValue().path("containerPort").asInt()), each.getKey(),
                        "has a wrong port " + each.getValue()));
        manifests.ofKind("Cluster").forEach(this::connections);
        manifests.ofKind("Service").forEach(service -> each(service.at("/spec/ports"))
                .forEach(port -> findings.require(PORTS.containsKey(port.path("targetPort").asText()), service,
                        "leads to no port: " + port)));
    }

    /** Each replica's pool may grow to its most; a server without a connection left answers nobody. */
    private void connections(JsonNode cluster) {
        String service = cluster.at("/metadata/name").asText().replace("-db", "-service");
        long pool = numbers(POOL, text(KIT)).findFirst().orElseThrow();
        long offered = cluster.at("/spec/postgresql/parameters/max_connections").asLong(CONNECTIONS_UNLESS_SAID);
        manifests.ofKind("HorizontalPodAutoscaler").filter(each -> each.at("/metadata/name").asText().equals(service))
                .mapToLong(each -> (each.at("/spec/maxReplicas").asLong() + PASSING_REPLICAS) * pool + OTHER_CONNECTIONS)
                .forEach(wanted -> findings.require(wanted <= offered, cluster,
                        "has " + offered + " connections where " + wanted + " may be wanted"));
    }

    private void probes(JsonNode document) {
        JsonNode container = document.at("/spec/template/spec/containers/0");
        Set<String> ports = each(container.path("ports")).map(each -> each.path("name").asText()).collect(Collectors.toSet());
        boolean service = service(document).isPresent();
        for (String probe : service ? List.of("startupProbe", "readinessProbe", "livenessProbe")
                : List.of("readinessProbe", "livenessProbe")) {
            JsonNode get = container.at("/" + probe + "/httpGet");
            findings.require(get.path("port").asText().equals("management") && ports.contains("management"), document,
                    probe + " does not ask the management port");
            findings.require((service ? SERVICE_PROBES : GATEWAY_PROBES).contains(get.path("path").asText()), document,
                    probe + " asks at " + get.path("path"));
        }
        findings.require(!container.at("/livenessProbe/httpGet/path").equals(container.at("/readinessProbe/httpGet/path")),
                document, "is killed when it only should not be asked: both probes ask the same");
    }

    /**
     * The longest silence that the gateway waits for is the longest that an answer may take to begin; nobody ends sooner.
     * A service is killed after its pause, the delay in which it leaves, and the time that requests have to end; nginx
     * after its pause and its workers' time.
     */
    private void ending(JsonNode document) {
        long longest = numbers(SILENCE, text(GATEWAY.resolve("nginx.conf"))).max().orElseThrow();
        JsonNode pod = document.at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        long grace = pod.path("terminationGracePeriodSeconds").asLong();
        if (service(document).isPresent()) {
            long pause = container.at("/lifecycle/preStop/sleep/seconds").asLong();
            long end = duration(container, "QUARKUS_SHUTDOWN_TIMEOUT").orElse(0L);
            findings.require(pause > 0 && end >= longest, document, "cuts requests when it ends");
            findings.require(grace > pause + delay(container) + end, document, "is killed before it has ended");
        } else {
            long pause = numbers(PAUSE, container.at("/lifecycle/preStop/exec/command").toString()).findFirst().orElse(0);
            long workers = numbers(LAST_WORKERS, text(GATEWAY.resolve("site/process.conf"))).findFirst().orElseThrow();
            findings.require(pause > 0 && workers >= longest, document, "cuts requests when it ends");
            findings.require(grace > pause + workers, document, "is killed before its workers have ended");
        }
    }

    private static LongStream numbers(Pattern said, String in) {
        return said.matcher(in).results().mapToLong((MatchResult each) -> Long.parseLong(each.group(1)));
    }

    /**
     * How long a service that was asked to end goes on serving, as all services are set, unless the container says otherwise.
     */
    private static long delay(JsonNode container) {
        Matcher set = DELAY.matcher(text(KIT));
        return duration(container, "QUARKUS_SHUTDOWN_DELAY")
                .orElseGet(() -> set.find() ? Duration.parse(set.group(1)).toSeconds() : 0);
    }

    private static Optional<Long> duration(JsonNode container, String variable) {
        return each(container.path("env")).filter(each -> each.path("name").asText().equals(variable))
                .map(each -> Duration.parse(each.path("value").asText()).toSeconds()).findFirst();
    }

    /** A service's variables are those of its property files: all that it cannot do without, and none that it does not read. */
    private void environment(JsonNode document, String service) {
        Set<String> required = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (Path file : List.of(Path.of("../..", service, "src/main/resources/application.properties"),
                KIT)) {
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
                        .flatMap(map -> names(map.path("data")))))
                .collect(Collectors.toCollection(TreeSet::new));
        required.forEach(each -> findings.require(given.contains(each), document, "lacks " + each));
        given.forEach(each -> findings.require(known.contains(each) || OF_THE_JVM.contains(each)
                || OF_THE_FRAMEWORK.contains(each)
                // The place says these to all services alike.
                || each.equals("PUBLIC_URL"), document, "sets " + each + ", which nobody reads"));
        each(container.path("env")).filter(each -> each.path("name").asText().matches(".*(PASSWORD|KEY|SECRET|MONGODB_URL)"))
                .forEach(each -> findings.require(each.at("/valueFrom/secretKeyRef/key").isTextual()
                        && !each.at("/valueFrom/secretKeyRef/optional").asBoolean(), document,
                        each.path("name").asText() + " is no secret, or may be missing"));
    }

    /** The service that a deployment runs, or that a job migrates for. */
    static Optional<String> service(JsonNode document) {
        return SERVICES.stream()
                .filter(each -> document.at("/metadata/name").asText().replace("-migration", "-service").equals(each))
                .findFirst();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
