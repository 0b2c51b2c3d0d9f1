package org.harmregistry.local.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.loader.client.DerivedId;
import org.harmregistry.local.loader.client.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** What the registry holds after a load, which is made once for all of these tests: it takes seconds. */
class LoadedDataTest {

    private static FakeRegistry registry;
    private static List<String> lines;

    @BeforeAll
    static void load() throws IOException {
        registry = new FakeRegistry();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = LoadData.run(Map.of("GATEWAY_URL", registry.url(), "TOKEN_PUBLISHER", "p", "TOKEN_ANALYST", "a",
                "TOKEN_ADMIN", "d"), new Patience(3, Duration.ofMillis(1), Duration.ofMillis(5)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(exit).as("%s", lines).isZero();
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void showsHowFarItIs() {
        assertThat(lines).anyMatch(line -> line.matches(" +incidents +2000 of +11757 .*s +\\d+ rows/s"))
                .anyMatch(line -> line.matches(" +citations +14360 of +14360 .*"));
    }

    @Test
    void reportsComeLastAndPartiesFirst() {
        List<String> requests = new ArrayList<>(registry.requests);
        assertThat(requests.get(0)).isEqualTo("PUT /api/v1/parties/united-states Bearer d");
        assertThat(requests.subList(requests.size() - 2, requests.size())).containsExactly(
                "PUT /api/v1/reports/acknowledgement-gap-raqqa-2017 Bearer p",
                "PUT /api/v1/reports/civilian-casualty-report Bearer p");
    }

    @Test
    void reportsAreInEnglishAndArabicUnderTitlesInBoth() {
        assertThat(registry.records.entrySet()).filteredOn(entry -> entry.getKey().startsWith("/api/v1/reports/")).hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.getValue().path("languages").toString()).isEqualTo("[\"en\",\"ar\"]");
                    assertThat(entry.getValue().at("/titles/ar").asText()).matches("[\\p{IsArabic}0-9 ،–/]+");
                });
    }

    @Test
    void factsOfTheCaseNameTheirSourcesAndEachOther() {
        JsonNode commitment = registry.records
                .get("/api/v1/commitments/" + DerivedId.of("commitment", "coalition-findings-2018-07-26"));
        assertThat(commitment.get("dueOn").asText()).isEqualTo("2018-07-26");
        assertThat(registry.records)
                .containsKey("/api/v1/parties/coalition/statements/" + commitment.get("statement").asText());
        assertThat(registry.records.entrySet())
                .filteredOn(entry -> entry.getKey().matches(".*/(tallies|statements|denominators|"
                        + "commitments|demands)/.*"))
                .hasSize(31 + 5 + 2 + 1 + 2)
                .allSatisfy(entry -> assertThat(entry.getValue().at("/source/sourceId").asText()).hasSize(36));
    }

    @Test
    void declaredStrikesAreRowsOfTheirPartyThatNameTheirReleases() {
        assertThat(registry.rows.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("/api/v1/parties/denominators/import")).hasSize(630)
                .allSatisfy(entry -> {
                    assertThat(entry.getValue().path("party").asText()).isEqualTo("coalition");
                    assertThat(entry.getValue().at("/source/sourceId").asText()).hasSize(36);
                });
    }

    @Test
    void aFigureIsGivenAsNumbersOrInWordsAndNeverBoth() {
        assertThat(registry.records.entrySet()).filteredOn(entry -> entry.getKey().contains("/denominators/")
                && !entry.getValue().path("type").asText().equals("declared strike"))
                .extracting(entry -> entry.getValue().path("count").toString() + entry.getValue().path("words").asText())
                .containsExactlyInAnyOrder("{\"min\":30000,\"minExclusive\":true}", "several thousand");
        assertThat(registry.records.values())
                .noneMatch(record -> record.has("words") && (record.has("killed") || record.has("count")));
    }

    @Test
    void theTotalsOfTheArticleAreANumberAndAWord() {
        assertThat(tally("RAQ-OIR-23").get("killed").toString()).isEqualTo("{\"min\":23,\"max\":23}");
        assertThat(tally("RAQ-AI-HUNDREDS").get("words").asText()).isEqualTo("hundreds");
        assertThat(tally("RAQ-AI-HUNDREDS").has("killed")).isFalse();
        assertThat(registry.rows.values()).filteredOn(row -> row.has("fieldwork")).singleElement()
                .extracting(row -> row.get("fieldwork").toString())
                .isEqualTo("{\"sitesVisited\":42,\"interviews\":112,\"families\":4}");
    }

    private JsonNode tally(String key) {
        return registry.records.get("/api/v1/parties/coalition/tallies/" + DerivedId.of("tally", key));
    }
}
