package org.harmregistry.local.loader.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.local.loader.ucdp.Ged.EVENTS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuspicionRuleTest {

    private static final SuspicionRule HEADLINE = new HeadlineNamesCoalition1();
    private static final SuspicionRule AIRWARS = new AirwarsSeries1();

    /** All 225 were read one by one; {@code digest} marks those that add up the dead of a day. */
    @Test
    void eachHeadlineThatNamesTheCoalitionIsJudgedAsAReaderDoes() throws IOException {
        Map<String, Boolean> read = headlines();
        Map<String, Boolean> judged = EVENTS.stream().flatMap(event -> event.citations().stream()).map(Citation::headline)
                .filter(HeadlineNamesCoalition1::namesCoalition).distinct()
                .collect(Collectors.toMap(headline -> headline, DayDigest::is));

        assertThat(judged).isEqualTo(read).hasSize(225);
        assertThat(judged.values()).filteredOn(digest -> digest).hasSize(42);
    }

    @ParameterizedTest
    @ValueSource(strings = { "107 were killed yesterday including 31 members", "47 Killed Yesterday including 11 members",
            "80 people including 6 members of the regime forces were killed yesterday", "141 died yesterday, including 24",
            "International Coalition and regime’s airstrikes leave 94 dead yesterday, including 19" })
    void aSumOfYesterdaysDeadIsADigest(String headline) {
        assertThat(DayDigest.is(headline)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "19 killed by the coalition airstrikes in Raqqa countryside",
            "57 killed by the suicide attack which targeted al-Qamishli yesterday",
            "Clashes continue after SDF’s advance yesterday",
            "About 20 civilian casualties in 24 hours of bombing by International Coalition’s warplanes on Al-Raqqah city" })
    void anAccountOfOnePlaceIsNot(String headline) {
        assertThat(DayDigest.is(headline)).isFalse();
    }

    @Test
    void oneSidedViolenceIsNeverSuspectedByHeadline() {
        String cell = "\"SOHR,2017-06-06,COALITION warplanes target Raqqa\"";

        assertThat(HEADLINE.hits(Ged.citing(2, cell))).isTrue();
        assertThat(HEADLINE.hits(Ged.citing(3, cell))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Airwars|March 8th 2017: (S490) Al Bu Rashed village|true", "Airwars|CS1130a|true",
            "Airwars|CS12|true", "Airwars|RS1135|false", "Airwars|(1069a) Raqqa|false", "Airwars|S4|false",
            "Airwars|S12345|false", "SOHR|S490|false" })
    void onlyCodesOfTheCoalitionSeriesHit(String office, String headline, boolean hit) {
        assertThat(AIRWARS.hits(Ged.citing(3, "\"" + office + ",2017-06-06," + headline + "\""))).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({ "headline, 61, 649, 718", "airwars, 201, 1974, 2014", "both, 31, 624, 658", "either, 231, 1999, 2074" })
    void inTheBattleOfRaqqa(String which, int events, int atLeast, int atMost) {
        assertCounts(rule(which).and(Ged::inTheBattle), events, atLeast, atMost);
    }

    @ParameterizedTest
    @CsvSource({ "headline, 230, 1642, 2052", "airwars, 692, 4289, 4429", "both, 70, 1240, 1314", "either, 852, 4691, 5167" })
    void inTheWholeFile(String which, int events, int atLeast, int atMost) {
        assertCounts(rule(which), events, atLeast, atMost);
    }

    private static void assertCounts(Predicate<GedEvent> hits, int events, int atLeast, int atMost) {
        assertThat(EVENTS.stream().filter(hits).count()).isEqualTo(events);
        assertThat(EVENTS.stream().filter(hits).mapToInt(event -> event.deaths().civilians()).sum()).isEqualTo(atLeast);
        assertThat(EVENTS.stream().filter(hits).mapToInt(event -> event.deaths().civilians() + event.deaths().unknown()).sum())
                .isEqualTo(atMost);
    }

    private static Predicate<GedEvent> rule(String which) {
        Predicate<GedEvent> headline = HEADLINE::hits;
        return switch (which) {
            case "headline" -> headline;
            case "airwars" -> AIRWARS::hits;
            case "both" -> headline.and(AIRWARS::hits);
            default -> headline.or(AIRWARS::hits);
        };
    }

    private static Map<String, Boolean> headlines() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SuspicionRuleTest.class.getResourceAsStream("coalition-headlines.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(line -> line[1], line -> line[0].equals("digest")));
        }
    }
}
