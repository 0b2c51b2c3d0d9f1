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

    private static String production;

    @BeforeAll
    static void kustomize() throws Exception {
        assumeTrue(Manifests.kustomize().isPresent(), "there is no kustomize here: the cluster's manifests are not rendered");
        production = Manifests.rendered(PRODUCTION);
    }

    @ParameterizedTest
    @ValueSource(strings = { PRODUCTION, "overlays/development", "migrations" })
    void everyOverlayHolds(String overlay) throws Exception {
        Manifests manifests = Manifests.read(Manifests.rendered(overlay));
        assertThat(manifests.pods()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Faults.in(manifests)).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                planted("readinesProbe", "/spec/template/spec/containers/0", each -> each.set("readinesProbe",
                        each.remove("readinessProbe"))),
                planted("wrong port", "/spec/template/spec/containers/0/ports/0", each -> each.put("containerPort", 8081)),
                planted("no limits/memory", "/spec/template/spec/containers/0/resources/limits", each -> each.remove("memory")),
                planted("does not ask the management port", "/spec/template/spec/containers/0/livenessProbe/httpGet",
                        each -> each.put("port", "http")),
                planted("asks at", "/spec/template/spec/containers/0/livenessProbe/httpGet",
                        each -> each.put("path", "/health")),
                planted("killed before", "/spec/template/spec", each -> each.put("terminationGracePeriodSeconds", 30)),
                planted("may run as root", "/spec/template/spec", each -> each.remove("securityContext")),
                planted("mounts what there is not", "/spec/template/spec", each -> each.remove("volumes")),
                planted("lacks CUSTODY_KEY", "/spec/template/spec/containers/0", each -> removeVariable(each, "CUSTODY_KEY")),
                planted("which nobody reads", "/spec/template/spec/containers/0",
                        each -> ((ArrayNode) each.path("env")).addObject().put("name", "CURSOR_KEYS").put("value", "x")),
                planted("is no secret", "/spec/template/spec/containers/0", each -> {
                    removeVariable(each, "CUSTODY_KEY");
                    ((ArrayNode) each.path("env")).addObject().put("name", "CUSTODY_KEY").put("value", "x");
                }));
    }

    private static Arguments planted(String found, String pointer, Consumer<ObjectNode> mistake) {
        return Arguments.of(found, pointer, mistake);
    }

    private static void removeVariable(ObjectNode container, String name) {
        ArrayNode variables = (ArrayNode) container.path("env");
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).path("name").asText().equals(name)) {
                variables.remove(i);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aPlantedMistakeIsFound(String found, String pointer, Consumer<ObjectNode> mistake) throws Exception {
        Manifests manifests = Manifests.read(production);
        JsonNode sources = manifests.ofKind("Deployment")
                .filter(each -> Manifests.name(each).equals("Deployment sources-service"))
                .findFirst().orElseThrow();
        mistake.accept((ObjectNode) sources.at(pointer));
        assertThat(Faults.in(manifests)).anySatisfy(fault -> assertThat(fault).contains("sources-service").contains(found));
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
