package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Each part is killed in the middle of the load; {@code deploy/up} again, and all is there, whole and once. */
@Tag("faults")
class KilledWhileLoadingIT {

    private final Suite suite = new Suite();

    @AfterEach
    void stop() {
        suite.down();
    }

    @ParameterizedTest
    @ValueSource(strings = { "postgresql", "mongodb", "issuer", "incidents-service", "sources-service", "reports-service",
            "gateway" })
    void nothingAcknowledgedIsMissingHalfOrTwice(String part) throws IOException, InterruptedException {
        Process up = suite.start("up", "--fresh");
        try (var lines = new BufferedReader(new InputStreamReader(up.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.matches(".*(incidents|sources).*\\b[2-9][ ,.]?\\d{3} of .*")) {
                line = lines.readLine();
            }
            assertThat(line).describedAs("the load was under way").isNotNull();
            suite.processesOf(part).forEach(process -> suite.shell("kill", "-KILL", Long.toString(process.pid())));
            lines.lines().forEach(rest -> {
            });
        }
        assertThat(up.waitFor(4, TimeUnit.MINUTES)).isTrue();

        Suite.Outcome again = suite.up();

        assertThat(again.exit()).describedAs(again.output()).isZero();
        RestAssured.baseURI = suite.gateway();
        JsonPath all = given().get("/api/v1/statistics?by=none&dataset=ucdp-ged-syria").jsonPath();
        assertThat(all.getInt("total.incidents")).isEqualTo(11_757);
        assertThat(all.getInt("total.killed.civilians.min")).isEqualTo(10_203 + 8_913);
        assertThat(given().get("/api/v1/sources?dataset=ucdp-ged-syria&limit=1&count=exact").jsonPath().getInt("count"))
                .isEqualTo(8_771);
        assertThat(given().get("/api/v1/editions").jsonPath().getList("items.status", String.class))
                .containsExactly("published", "published");
    }
}
