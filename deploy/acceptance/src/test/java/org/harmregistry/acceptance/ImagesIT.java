package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.acceptance.cluster.Monitoring;
import org.harmregistry.local.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * What {@code deploy/images} makes is what it says: unpacked, each image runs by its own Java as its own user in a root that it
 * cannot write, beside the suite's databases.
 */
@Tag("images")
class ImagesIT {

    private static final List<String> SERVICES = List.of("incidents-service", "sources-service", "reports-service");
    private static final Path PATCH = Path.of("../kubernetes/base/service.patch.yaml");

    private static final Suite suite = new Suite();

    @TempDir
    static Path folder;

    private static Path images;
    private static final Map<String, UnpackedImage> unpacked = new HashMap<>();

    @BeforeAll
    static void make() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "whoever is not root cannot have a root of their own");
        images = folder.resolve("images");
        Suite.Outcome made = suite.run(Duration.ofMinutes(5), "images", "--out", images.toString());
        assertThat(made.exit()).describedAs(made.output()).isZero();
        for (String service : SERVICES) {
            unpacked.put(service, UnpackedImage.of(images.resolve(service + ".tar"),
                    Files.createDirectories(folder.resolve("roots").resolve(service))));
        }
        assertThat(suite.up("--no-data").exit()).isZero();
    }

    @AfterAll
    static void stop() {
        suite.down();
    }

    static List<String> services() {
        return SERVICES;
    }

    @Test
    void theSameSourcesMakeTheSameImage() throws IOException {
        Path again = folder.resolve("again");

        Suite.Outcome made = suite.run(Duration.ofMinutes(5), "images", "--out", again.toString(), "incidents-service");

        assertThat(made.exit()).describedAs(made.output()).isZero();
        for (String file : List.of("incidents-service.digest", "incidents-service.cdx.json")) {
            assertThat(again.resolve(file)).hasSameTextualContentAs(images.resolve(file));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void nothingInItTellsWhenAndByWhomItWasMade(String service) throws IOException {
        UnpackedImage.entries(images.resolve(service + ".tar"), each -> {
            assertThat(each.getLastModifiedDate()).describedAs(each.getName()).isEqualTo(new Date(1000));
            assertThat(each.getLongUserId() + each.getLongGroupId()).describedAs(each.getName()).isZero();
            assertThat(each.getMode() & 06000).describedAs(each.getName() + " changes who runs it").isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void itsUserIsTheManifestsAndHasNoName(String service) throws IOException {
        JsonNode pod = new YAMLMapper().readTree(PATCH.toFile()).at("/spec/template/spec/securityContext");

        assertThat(unpacked.get(service).configuration().path("User").asText())
                .isEqualTo(pod.path("runAsUser").asText() + ":" + pod.path("runAsGroup").asText());
    }

    @ParameterizedTest
    @MethodSource("services")
    void itsBillNamesEveryLibraryInItAndTheJava(String service) throws IOException {
        Set<String> billed = new TreeSet<>();
        new ObjectMapper().readTree(images.resolve(service + ".cdx.json").toFile()).path("components")
                .forEach(each -> billed
                        .add((each.has("group") ? each.path("group").asText() + "." : "") + each.path("name").asText()
                                + "-" + each.path("version").asText()));
        Set<String> inside;
        try (Stream<Path> libraries = Files.walk(unpacked.get(service).root().resolve("app/lib"))) {
            inside = libraries.filter(Files::isRegularFile).map(each -> each.getFileName().toString().replaceAll("\\.jar$", ""))
                    // The last words may be a classifier.
                    .filter(each -> billed.stream().noneMatch(each::startsWith)).collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(inside).isEmpty();
        assertThat(billed).anyMatch(each -> each.startsWith("java-runtime-25")).anyMatch(each -> each.startsWith("libc6-"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "incidents-service OIDC_ISSUER quarkus.oidc.auth-server-url",
            "sources-service CUSTODY_KEY registry.custody.key", "reports-service LOG_SIGNING_KEY registry.log.signing-key" })
    void withoutItsSecretAServiceSaysSoInOneLineAndEnds(String which) throws Exception {
        String service = which.split(" ")[0];
        String missing = which.split(" ")[1];
        String named = which.split(" ")[2];
        Map<String, String> variables = variables(service);
        variables.remove(missing);

        Process process = unpacked.get(service).start(variables);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(printed.lines().filter(each -> each.contains(named))).describedAs(printed).hasSize(1);
        assertThat(printed).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource("services")
    void withItsSettingsItServesAndIsMeasuredAsTheAlertsAndTheDashboardAsk(String service) throws Exception {
        Map<String, String> variables = variables(service);
        Process process = unpacked.get(service).start(variables);
        try {
            String management = "http://127.0.0.1:" + variables.get("QUARKUS_MANAGEMENT_PORT") + "/q";
            Thread reader = new Thread(() -> drain(process));
            reader.setDaemon(true);
            reader.start();
            suite.eventually(Duration.ofSeconds(60), () -> !process.isAlive() || answers(management + "/health/ready"));
            assertThat(process.isAlive()).isTrue();
            for (String probe : List.of("started", "ready", "live")) {
                assertThat(given().get(management + "/health/" + probe).jsonPath().getString("status")).isEqualTo("UP");
            }
            given().get("http://127.0.0.1:" + variables.get("QUARKUS_HTTP_PORT") + "/api/v1/openapi/"
                    + service.replace("-service", "")).then().statusCode(200);
            assertThat(Files.readString(Path.of("/proc", "" + process.pid(), "status"))).containsPattern("Uid:\t10001\t10001");

            Set<String> measured = given().get(management + "/metrics").asString().lines().filter(each -> !each.startsWith("#"))
                    .map(each -> each.replaceAll("[{ ].*", "")).collect(Collectors.toSet());
            assertThat(measured).containsAll(Monitoring.metrics().stream()
                    .filter(each -> service.equals("sources-service") || !each.startsWith("registry_sealing")).toList());
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** What the suite's own process of the service has, with the memory of the manifests and ports of its own. */
    private static Map<String, String> variables(String service) throws IOException {
        Map<String, String> variables = new HashMap<>();
        Path environment = Path.of("/proc", Long.toString(suite.processesOf(service).get(0).pid()), "environ");
        Arrays.stream(new String(Files.readAllBytes(environment), StandardCharsets.UTF_8).split("\0"))
                .filter(each -> each
                        .matches("(?s)(POSTGRES|MONGODB|OIDC|CURSOR|CUSTODY|SERVICE_CLIENT|LOG_|SUBSCRIPTION|WEBHOOK"
                                + "|INCIDENTS|SOURCES|PUBLIC|QUARKUS)[A-Z_]*=.*"))
                .forEach(each -> variables.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
        variables.put("QUARKUS_HTTP_PORT", "" + Ports.anyFree());
        variables.put("QUARKUS_MANAGEMENT_PORT", "" + Ports.anyFree());
        variables.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        new YAMLMapper().readTree(PATCH.toFile()).at("/spec/template/spec/containers/0/env").forEach(each -> {
            if (each.path("name").asText().equals("JAVA_TOOL_OPTIONS")) {
                variables.put("JAVA_TOOL_OPTIONS", each.path("value").asText());
            }
        });
        return variables;
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(Files.newOutputStream(Path.of("target/image.log")));
        } catch (IOException e) {
            // The process has ended.
        }
    }

    private static boolean answers(String address) {
        try {
            return given().get(address).statusCode() == 200;
        } catch (Exception e) {
            return false;
        }
    }
}
