package org.harmregistry.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.harmregistry.local.SmallJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every overlay renders and holds; mistakes that are planted are found. Skipped where there is no kustomize. */
class ManifestsTest {

    private static final String PRODUCTION = "overlays/production";
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    private static String production;

    @BeforeAll
    static void kustomize() throws Exception {
        assumeTrue(Manifests.kustomize().isPresent(), "there is no kustomize here: the cluster's manifests are not rendered");
        production = Manifests.rendered(PRODUCTION);
    }

    static List<String> overlays() {
        return Manifests.OVERLAYS;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyOverlayHolds(String overlay) throws Exception {
        Manifests manifests = Manifests.read(Manifests.rendered(overlay));
        assertThat(manifests.pods()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Faults.in(manifests)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "mail", "scanner", "retrieval", "mail scanner retrieval" })
    void whatAPlaceMayAddFits(String components) throws Exception {
        Manifests manifests = Manifests.read(Manifests.rendered(PRODUCTION, List.of(components.split(" "))));
        assertThat(Faults.in(manifests)).isEmpty();
        assertThat(manifests.documents()).hasSizeGreaterThan(Manifests.read(production).documents().size());
    }

    /** Whatever a tag leads to tomorrow, production runs what was examined. */
    @ParameterizedTest
    @ValueSource(strings = { PRODUCTION, "overlays/gateway-api", "overlays/production/migrations",
            "overlays/gateway-api/migrations" })
    void productionIsPinnedToTheByte(String overlay) throws Exception {
        assertThat(Manifests.read(Manifests.rendered(overlay)).pods().flatMap(Manifests::containers)).isNotEmpty()
                .allSatisfy(container -> assertThat(container.path("image").asText()).matches(".+@sha256:[0-9a-f]{64}"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                planted("wrong port", CONTAINER + "/ports/0", each -> each.put("containerPort", 8081)),
                planted("no limits/memory", CONTAINER + "/resources/limits", each -> each.remove("memory")),
                planted("no requests/ephemeral-storage", CONTAINER + "/resources/requests",
                        each -> each.remove("ephemeral-storage")),
                planted("may not fill its volumes", CONTAINER + "/resources/limits",
                        each -> each.put("ephemeral-storage", "2Gi")),
                planted("no room beside its heap", CONTAINER + "/resources/limits", each -> each.put("memory", "400Mi")),
                planted("does not ask the management port", CONTAINER + "/livenessProbe/httpGet",
                        each -> each.put("port", "http")),
                planted("asks at", CONTAINER + "/livenessProbe/httpGet", each -> each.put("path", "/health")),
                planted("both probes ask the same", CONTAINER + "/livenessProbe/httpGet",
                        each -> each.put("path", "/q/health/ready")),
                planted("killed before", POD, each -> each.put("terminationGracePeriodSeconds", 30)),
                // After its pause and its requests it is still leaving.
                planted("killed before", POD, each -> each.put("terminationGracePeriodSeconds", 134)),
                elsewhere("Deployment gateway", "killed before", POD, each -> each.put("terminationGracePeriodSeconds", 155)),
                planted("may run as root", POD, each -> each.remove("securityContext")),
                planted("a user that a node may have", POD + "/securityContext", each -> each.put("runAsUser", 999)),
                planted("keeps capabilities", CONTAINER + "/securityContext/capabilities",
                        each -> ((ArrayNode) each.path("drop")).removeAll()),
                planted("has no fixed image", CONTAINER, each -> each.put("image", "registry.example.org/sources:latest")),
                planted("no account of its own", POD, each -> each.put("serviceAccountName", "default")),
                planted("mounts the node's files", POD + "/volumes/0", each -> each.putObject("hostPath").put("path", "/etc")),
                planted("mounts what there is not", POD, each -> each.remove("volumes")),
                planted("is not spread over", POD, each -> each.remove("topologySpreadConstraints")),
                planted("has no label app.kubernetes.io/name", "/spec/template/metadata/labels",
                        each -> each.remove("app.kubernetes.io/name")),
                planted("lacks CUSTODY_KEY", CONTAINER, each -> removeVariable(each, "CUSTODY_KEY")),
                planted("which nobody reads", CONTAINER,
                        each -> ((ArrayNode) each.path("env")).addObject().put("name", "CURSOR_KEYS").put("value", "x")),
                planted("is no secret", CONTAINER, each -> {
                    removeVariable(each, "CUSTODY_KEY");
                    ((ArrayNode) each.path("env")).addObject().put("name", "CUSTODY_KEY").put("value", "x");
                }),
                planted("is set to reach", CONTAINER, each -> removeVariable(each, "INCIDENTS_URL")),
                planted("needs the outside at [443, 3310]", CONTAINER,
                        each -> ((ArrayNode) each.path("env")).addObject().put("name", "SCANNER_ADDRESS").put("value",
                                "av:3310")),
                elsewhere("Deployment reports-service", "may reach it at [25, 443, 8443]", "NetworkPolicy reports-service",
                        "/spec/egress/3/ports/0", each -> each.put("port", 25)),
                elsewhere("Keycloak keycloak", "which services do not ask", "/spec/hostname",
                        each -> each.put("hostname", "https://login.registry.example.com")),
                elsewhere("Keycloak keycloak", "has no door", "/spec/hostname",
                        each -> each.put("hostname", "https://login.registry.example.com")),
                elsewhere("Keycloak keycloak", "may not run in a restricted namespace", "/spec",
                        each -> each.remove("unsupported")),
                elsewhere("Keycloak keycloak", "opened to everybody", "/spec", each -> each.remove("networkPolicy")),
                elsewhere("PodDisruptionBudget keycloak", "selects nobody", "/spec/selector/matchLabels",
                        each -> each.put("app", "keycloack")),
                elsewhere("Cluster keycloak-db", "keeps its changes nowhere else", "ObjectStore keycloak-db", "/metadata",
                        each -> each.put("name", "keycloak")),
                elsewhere("Cluster sources-db", "has 100 connections where 156", "/spec/postgresql",
                        each -> each.remove("parameters")),
                elsewhere("Cluster sources-db", "is never kept whole", "ScheduledBackup sources-db", "/spec/cluster",
                        each -> each.put("name", "source-db")),
                elsewhere("ObjectStore", "where another register does", "ObjectStore sources-db", "/spec/configuration",
                        each -> each.put("destinationPath", "s3://registry-backups/reports")),
                planted("does not prove itself", CONTAINER, each -> {
                    removeVariable(each, "SERVICE_CLIENT_KEY");
                    ((ArrayNode) each.path("env")).addObject().put("name", "SERVICE_CLIENT_SECRET").putObject("valueFrom")
                            .putObject("secretKeyRef").put("name", "sources-client").put("key", "secret");
                }),
                elsewhere("NetworkPolicy sources-service", "reaches everybody", "/spec",
                        each -> ((ArrayNode) each.path("egress")).addObject()),
                elsewhere("NetworkPolicy sources-service", "is reached by everybody", "/spec/ingress/0",
                        each -> each.remove("from")),
                elsewhere("NetworkPolicy incidents-db", "is not let in", "/spec", each -> each.remove("ingress")),
                elsewhere("Namespace harm-registry", "allows what no policy names", "NetworkPolicy nothing", "/spec",
                        each -> each.putArray("ingress").addObject()),
                elsewhere("Deployment sources-service", "drained away whole", "PodDisruptionBudget sources-service", "/spec",
                        each -> each.put("maxUnavailable", 2)),
                elsewhere("Service sources-service", "selects nobody", "/spec/selector",
                        each -> each.put("app.kubernetes.io/name", "source-service")));
    }

    private static Arguments planted(String found, String pointer, Consumer<ObjectNode> mistake) {
        return elsewhere("Deployment sources-service", found, pointer, mistake);
    }

    private static Arguments elsewhere(String document, String found, String pointer, Consumer<ObjectNode> mistake) {
        return elsewhere(document, found, document, pointer, mistake);
    }

    private static Arguments elsewhere(String named, String found, String document, String pointer,
            Consumer<ObjectNode> mistake) {
        return Arguments.of(named, found, document, pointer, mistake);
    }

    private static void removeVariable(ObjectNode container, String name) {
        ArrayNode variables = (ArrayNode) container.path("env");
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).path("name").asText().equals(name)) {
                variables.remove(i);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void aPlantedMistakeIsFound(String named, String found, String document, String pointer, Consumer<ObjectNode> mistake)
            throws Exception {
        Manifests manifests = Manifests.read(production);
        JsonNode planted = manifests.documents().stream().filter(each -> Manifests.name(each).equals(document)).findFirst()
                .orElseThrow();
        mistake.accept((ObjectNode) planted.at(pointer));
        // Edges have two ends, and are told of where the policies begin.
        assertThat(Faults.in(manifests))
                .anySatisfy(fault -> assertThat(fault).contains(named.replaceAll(".* ", "")).contains(found));
    }

    @Test
    void aServiceIsStartedAsItWasMeasured() throws Exception {
        List<String> measured = SmallJvm.command(256).stream().skip(1).toList();
        Manifests manifests = Manifests.read(production);
        assertThat(manifests.ofKind("Deployment").filter(each -> Manifests.name(each).endsWith("-service"))).hasSize(3)
                .allSatisfy(service -> {
                    Map<String, String> variables = new HashMap<>();
                    service.at("/spec/template/spec/containers/0/env").forEach(variable -> variables
                            .put(variable.path("name").asText(), variable.path("value").asText()));
                    assertThat(variables).containsAllEntriesOf(SmallJvm.ENVIRONMENT);
                    assertThat(List.of(variables.get("JAVA_TOOL_OPTIONS").split(" ")))
                            .containsExactlyInAnyOrderElementsOf(measured);
                    // The launcher takes these after the others.
                    assertThat(variables.getOrDefault("JDK_JAVA_OPTIONS", ""))
                            .isEqualTo(String.join(" ", SmallJvm.ofService(service.at("/metadata/name").asText())));
                });
    }

    @Test
    void aServiceListensWhereTheManifestsSay() throws Exception {
        for (Path file : List.of(Path.of("../../service-kit/src/main/resources/META-INF/microprofile-config.properties"),
                Path.of("../../incidents-service/src/main/resources/application.properties"),
                Path.of("../../sources-service/src/main/resources/application.properties"),
                Path.of("../../reports-service/src/main/resources/application.properties"))) {
            assertThat(Files.readString(file).lines())
                    .noneMatch(line -> line.matches("quarkus\\.(http|management)\\.(port|root-path"
                            + "|host)=.*|quarkus\\.http\\.non-application-root-path=.*|quarkus\\.smallrye-health\\..*path=.*"));
        }
    }
}
