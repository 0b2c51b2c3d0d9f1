package org.harmregistry.local.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.harmregistry.local.loader.client.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadDataTest {

    private static final Patience SHORT = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(5));

    private FakeRegistry registry;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws IOException {
        registry = new FakeRegistry();
        environment = new HashMap<>(Map.of("GATEWAY_URL", registry.url(), "TOKEN_PUBLISHER", "p", "TOKEN_ANALYST", "a",
                "TOKEN_ADMIN", "d"));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aSecondRunChangesNothingAndSaysSo() {
        List<String> first = load(0);
        List<String> second = load(0);

        assertThat(first).anyMatch(line -> line.matches("incidents +11757 +0 +0 +0"))
                .anyMatch(line -> line.matches("sources +8771 +0 +0 +0"))
                .anyMatch(line -> line.matches("citations +14360 +0 +0 +0"))
                .anyMatch(line -> line.matches("tallies +31 +0 +0 +0")).anyMatch(line -> line.matches("reports +2 +0 +0 +0"));
        assertThat(second).noneMatch(line -> line.contains("created or updated"));
        assertThat(second.get(second.size() - 1)).startsWith("nothing changed: all 35");
    }

    @Test
    void aLoadThatWasCutIsRunAgainAndNothingIsMissingOrTwice() {
        AtomicInteger rows = new AtomicInteger();
        registry.refuses = row -> {
            if (rows.incrementAndGet() == 5_000) {
                throw new IllegalStateException("cut");
            }
            return false;
        };
        registry.faultsAfterACut = 2;
        load(2);
        registry.faults.clear();
        int afterTheCut = registry.rows.size();

        assertThat(load(0)).anyMatch(line -> line.matches("citations +14360 +0 +0 +0"));
        assertThat(afterTheCut).isLessThan(20_000);
        assertThat(registry.rows.keySet()).filteredOn(key -> key.startsWith("/api/v1/incidents")).hasSize(11_757);
    }

    @Test
    void refusedRowsAreShownWithTheirLineAndTheRestGoesIn() {
        registry.refuses = row -> row.at("/externalIds/0/id").asText().equals("214804");

        List<String> lines = load(1);

        assertThat(lines).anyMatch(line -> line.contains("refused: incidents line 2  bad_row  /x m"))
                .anyMatch(line -> line.matches("incidents +11756 +0 +0 +1"));
        assertThat(lines.get(lines.size() - 1)).startsWith("1 refused");
    }

    @Test
    void withoutATokenOrAGatewayItStopsWithARemedy() {
        environment.remove("TOKEN_ADMIN");
        assertThat(load(2)).last().asString().contains("TOKEN_ADMIN");

        environment.put("GATEWAY_URL", "localhost");
        assertThat(load(2)).last().asString().contains("GATEWAY_URL");

        environment.put("DATA_DIR", "/nowhere");
        environment.put("GATEWAY_URL", registry.url());
        assertThat(load(2)).last().asString().contains("DATA_DIR");
    }

    private List<String> load(int expectedExit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = LoadData.run(environment, SHORT, new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(exit).as("%s", lines).isEqualTo(expectedExit);
        return lines;
    }
}
