package org.harmregistry.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Nothing is begun while something is missing: a stand-in for {@code kubectl} keeps what it is told. */
class RollOutTest {

    private static final String PRODUCTION = "overlays/production";
    private static final String ZEROS = "0".repeat(64);
    /** The operator of the archive makes these itself. */
    private static final String MADE_BY_OPERATOR = "archive-(sources-sources|reports-reports)";
    private static final String KUBECTL = """
            #!/bin/sh
            printf '%s\\n' "$*" >> "$TOLD"
            case "$*" in
              *"get secret $MISSING "*) exit 1 ;;
              *"get secret "*) printf '%s\\n' username password key chain signing secret witness-keys.properties tls.crt tls.key \\
                access-key secret-key app-redirect-uri sources-client-modulus | grep -vx "$LACKING" | paste -sd ' ' ;;
              kustomize*) cat "$RENDERED" ;;
            esac
            """;

    @TempDir
    static Path folder;

    private static Path rendered;

    /** What roll-out printed, how it ended, and what it told the cluster. */
    private record Outcome(int exit, String printed, String told) {
    }

    @BeforeAll
    static void render() throws Exception {
        assumeTrue(Manifests.kustomize().isPresent(), "there is no kustomize here: the cluster's manifests are not rendered");
        rendered = Files.writeString(folder.resolve("rendered.yaml"), Manifests.rendered(PRODUCTION));
        Path kubectl = Files.writeString(folder.resolve("kubectl"), KUBECTL);
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
    }

    private static Outcome rollOut(Path documents, String missing, String... arguments)
            throws IOException, InterruptedException {
        return rollOut(documents, missing, "none", arguments);
    }

    private static Outcome rollOut(Path documents, String missing, String lacking, String[] arguments)
            throws IOException, InterruptedException {
        Path told = Files.writeString(folder.resolve("told"), "");
        ProcessBuilder builder = new ProcessBuilder(Stream
                .concat(Stream.of(Manifests.FOLDER.resolve("roll-out").toAbsolutePath().toString()), Stream.of(arguments))
                .toList())
                .redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("TOLD", told.toString());
        builder.environment().put("MISSING", missing);
        builder.environment().put("LACKING", lacking);
        builder.environment().put("RENDERED", documents.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), printed, Files.readString(told));
    }

    static Set<String> secrets() throws Exception {
        return Manifests.read(Manifests.rendered(PRODUCTION)).documents().stream().flatMap(each -> named(each).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(JsonNode document) {
        Set<String> names = new TreeSet<>();
        collect(document, names);
        names.removeIf(each -> each.matches(MADE_BY_OPERATOR));
        return names;
    }

    /** A key that somebody refers to, with its secret. */
    static Set<String> keys() throws Exception {
        Set<String> keys = new TreeSet<>();
        for (JsonNode document : Manifests.read(Manifests.rendered(PRODUCTION)).documents()) {
            document.findParents("key").stream().filter(each -> each.path("name").isTextual() && each.path("key").isTextual())
                    .filter(each -> named(document).contains(each.path("name").asText()))
                    .forEach(each -> keys.add(each.path("name").asText() + " " + each.path("key").asText()));
        }
        return keys;
    }

    /** Every kind has a way of its own to name a secret; all of them say so in the field's name, or beside it. */
    private static void collect(JsonNode node, Set<String> names) {
        node.fields().forEachRemaining(field -> {
            if (field.getKey().matches("(?i)secretName|secret|secretKeyRef|passwordSecret|passwordSecretRef|accessKeyId"
                    + "|secretAccessKey")) {
                JsonNode name = field.getValue().isTextual() ? field.getValue()
                        : field.getValue().has("name") ? field.getValue().path("name") : field.getValue().path("secretName");
                if (name.isTextual()) {
                    names.add(name.asText());
                }
            }
        });
        node.forEach(each -> collect(each, names));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void aMissingSecretIsNamedInOneLineBeforeAnythingIsChanged(String secret) throws Exception {
        Outcome outcome = rollOut(rendered, secret, "production");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.printed().lines()).singleElement().asString().contains(secret).contains("is missing");
        assertThat(outcome.told()).doesNotContain("apply").doesNotContain("delete");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aMissingKeyIsNamedInOneLineBeforeAnythingIsChanged(String secretAndKey) throws Exception {
        Outcome outcome = rollOut(rendered, "none", secretAndKey.replaceAll(".* ", ""), new String[] { "production" });

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.printed().lines()).singleElement().asString()
                .matches(".*has no " + secretAndKey.replaceAll(".* ", "")
                        + ":.*");
        assertThat(outcome.told()).doesNotContain("apply").doesNotContain("delete");
    }

    /** A place with an identity provider of its own is not asked for what only Keycloak needs. */
    @Test
    void whatNoDocumentNamesIsNotAskedFor() throws Exception {
        Path without = Files.writeString(folder.resolve("without.yaml"), Files.readString(rendered)
                .replace(ZEROS, "a1".repeat(32)).replace("keycloak-realm", "none").replace("kind: Keycloak\n", "kind: None\n"));

        Outcome outcome = rollOut(without, "keycloak-realm", "production");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.told()).doesNotContain("keycloaks.k8s.keycloak.org");
    }

    @Test
    void anImageWithoutADigestIsNamedBeforeAnythingIsChanged() throws Exception {
        assertThat(Files.readString(rendered)).contains(ZEROS);

        Outcome outcome = rollOut(rendered, "none", "production");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.printed().lines()).singleElement().asString().contains("the digest of").contains("is not set");
        assertThat(outcome.told()).doesNotContain("apply").doesNotContain("delete");
    }

    @Test
    void withAllThatIsAskedForEachStepFollowsTheOther() throws Exception {
        Path pinned = Files.writeString(folder.resolve("pinned.yaml"),
                Files.readString(rendered).replace(ZEROS, "a1".repeat(32)));

        Outcome outcome = rollOut(pinned, "none", "production");

        assertThat(outcome.printed()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.told().lines().filter(each -> !each.contains("get secret"))
                .map(each -> each.replaceAll("\\S*/kubernetes/", "")))
                .containsSubsequence("apply -k overlays/production/databases",
                        "delete -k overlays/production/migrations --ignore-not-found --wait",
                        "apply -k overlays/production/migrations",
                        "-n harm-registry wait --for=condition=complete --timeout=30m job/incidents-migration "
                                + "job/sources-migration job/reports-migration",
                        "apply -f -",
                        "-n harm-registry rollout status --timeout=10m deployment/gateway",
                        "-n harm-registry wait --for=condition=Done --timeout=15m "
                                + "keycloakrealmimports.k8s.keycloak.org/harm-registry");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "prodution" })
    void anOverlayThatThereIsNotIsRefused(String overlay) throws Exception {
        Outcome outcome = rollOut(rendered, "none", overlay);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.printed().lines()).singleElement().asString().contains("development or gateway-api or production");
        assertThat(outcome.told()).isEmpty();
    }
}
