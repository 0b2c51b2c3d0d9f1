package org.harmregistry.local.loader.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.harmregistry.local.loader.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class LedgerTest {

    private static List<LedgerTally> months;
    private static Map<String, LedgerTally> totals;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = ShippedData.packaged().open(MonthlyAccounts.NAME)) {
            months = MonthlyAccounts.read(file);
        }
        try (InputStream file = ShippedData.packaged().open(PublishedTotals.NAME)) {
            totals = PublishedTotals.read(file).stream().collect(Collectors.toMap(LedgerTally::key, Function.identity()));
        }
    }

    @Test
    void twentyMonthsAndNineTotals() {
        assertThat(months).hasSize(20);
        assertThat(totals).hasSize(9);
    }

    @Test
    void june2018HasTheFiguresOfTheReportOf26July() {
        JsonNode june = month("2018-06");

        assertThat(june.get("publishedOn").asText()).isEqualTo("2018-07-26");
        assertThat(ints(june, "carriedOver", "newReports", "completed", "openAtEnd", "credible", "nonCredible", "duplicate",
                "deathsInMonth")).containsExactly(314, 45, 125, 234, 16, 106, 3, 105);
        assertThat(june.has("reopened")).isFalse();
    }

    @Test
    void bothIdentitiesHoldInEveryMonthThatHasTheNumbers() {
        List<LedgerTally> open = months.stream()
                .filter(month -> has(month, "carriedOver", "newReports", "completed", "openAtEnd"))
                .toList();
        List<LedgerTally> closed = months.stream()
                .filter(month -> has(month, "credible", "nonCredible", "duplicate", "completed"))
                .toList();

        assertThat(open).isNotEmpty().allSatisfy(month -> {
            List<Integer> n = ints(month.body(), "carriedOver", "newReports", "completed", "openAtEnd");
            assertThat(n.get(0) + n.get(1) - n.get(2)).isEqualTo(n.get(3));
        });
        assertThat(closed).isNotEmpty().allSatisfy(month -> {
            List<Integer> n = ints(month.body(), "credible", "nonCredible", "duplicate", "completed");
            assertThat(n.get(0) + n.get(1) + n.get(2)).isEqualTo(n.get(3));
        });
    }

    @Test
    void aZeroOfTheReportStaysAndAnEmptyCellIsAbsent() {
        assertThat(month("2018-09").get("credible").asInt(-1)).isZero();
        assertThat(month("2018-09").has("openAtEnd")).isFalse();
        assertThat(month("2019-12").has("publishedOn")).isFalse();
    }

    @Test
    void moreThanSixteenHundredHasNoUpperEnd() {
        JsonNode body = totals.get("RAQ-AI-1600").body();

        assertThat(body.get("killed").toString()).isEqualTo("{\"min\":1600,\"minExclusive\":true}");
        assertThat(body.get("stance").asText()).isEqualTo("documented");
        assertThat(body.get("placeName").asText()).isEqualTo("Raqqa");
    }

    @Test
    void seventySevenIsAStepKnownToTheMonth() {
        JsonNode body = totals.get("RAQ-OIR-77").body();

        assertThat(body.get("measure").asText()).isEqualTo("step");
        assertThat(body.get("publishedOn").asText()).isEqualTo("2018-07-01");
        assertThat(body.get("publishedOnPrecision").asText()).isEqualTo("month");
    }

    @Test
    void periodsRunFromTheFirstMonthToTheLast() {
        assertThat(totals.get("RAQ-OIR-318").body().get("period").toString())
                .isEqualTo("{\"from\":\"2014-10\",\"to\":\"2017-10\"}");
        assertThat(totals.get("OIR-1457").body().get("period").toString())
                .isEqualTo("{\"from\":\"2014-08\",\"to\":\"2025-12\"}");
        assertThat(totals.get("DOD-2018").body().get("period").toString())
                .isEqualTo("{\"from\":\"2018-01\",\"to\":\"2018-12\"}");
    }

    @Test
    void whatIsNotTheCoalitionsOrNotPersonsSaysSo() {
        assertThat(totals.get("DOD-2018").party()).isEqualTo("united-states");
        assertThat(totals.get("OIR-1400").body().get("unit").asText()).isEqualTo("incidents");
        assertThat(totals.values()).filteredOn(total -> total.body().get("measure").asText().equals("step")).hasSize(1);
        assertThat(totals.values()).filteredOn(total -> total.body().get("stance").asText().equals("documented")).hasSize(1);
    }

    private static JsonNode month(String month) {
        return months.stream().filter(tally -> tally.key().equals(month)).findFirst().orElseThrow().body();
    }

    private static boolean has(LedgerTally tally, String... fields) {
        return List.of(fields).stream().allMatch(tally.body()::has);
    }

    private static List<Integer> ints(JsonNode body, String... fields) {
        return List.of(fields).stream().map(field -> body.get(field).intValue()).toList();
    }
}
