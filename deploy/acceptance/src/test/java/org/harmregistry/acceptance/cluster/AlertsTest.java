package org.harmregistry.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Prometheus' own {@code promtool} tries each alert on made-up series; without it that is skipped. */
class AlertsTest {

    private static final Path TESTS = Path.of("src/test/resources/alerts");

    @TempDir
    static Path folder;

    @BeforeAll
    static void copy() throws IOException {
        for (String alert : alerts()) {
            Files.copy(TESTS.resolve(alert + ".yaml"), folder.resolve(alert + ".yaml"));
        }
    }

    static List<String> alerts() throws IOException {
        return Monitoring.alerts(Monitoring.rules()).map(each -> each.path("alert").asText()).toList();
    }

    private record Outcome(int exit, String printed) {
    }

    private static Outcome promtool(JsonNode rules, String... arguments) throws IOException, InterruptedException {
        assumeTrue(ForeignCheck.isHere("promtool"), "there is no promtool here: alerts are not tried");
        new YAMLMapper().writeValue(folder.resolve("alerts.yaml").toFile(), rules);
        Process process = new ProcessBuilder(Stream
                .concat(Stream.of("promtool"), Stream.of(arguments)).toList())
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), printed);
    }

    @Test
    void theRulesAreSuchAsPrometheusTakes() throws Exception {
        Outcome outcome = promtool(Monitoring.rules(), "check", "rules", "alerts.yaml");

        assertThat(outcome.exit()).describedAs(outcome.printed()).isZero();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertSpeaksWhenItShouldAndOnlyThen(String alert) throws Exception {
        Outcome outcome = promtool(Monitoring.rules(), "test", "rules", alert + ".yaml");

        assertThat(outcome.exit()).describedAs(outcome.printed()).isZero();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertThatIsDumbIsFound(String alert) throws Exception {
        JsonNode rules = Monitoring.rules();
        Monitoring.alerts(rules).filter(each -> each.path("alert").asText().equals(alert))
                .forEach(each -> ((ObjectNode) each).put("expr", "vector(0) > 1"));

        Outcome outcome = promtool(rules, "test", "rules", alert + ".yaml");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.printed()).contains(alert);
    }
}
