package org.harmregistry.incidents.duplicate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.harmregistry.incidents.incident.domain.GeoPoint;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.kit.words.SearchTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class DuplicateRuleTest {

    private static final DuplicateRule RULE = new DuplicateRule(text -> SearchTerms.of(text));
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final String EVENING = "\"occurred\":{\"from\":\"2017-07-02\",\"localTime\":{\"kind\":\"window\","
            + "\"from\":\"18:00\",\"to\":\"20:00\"}}";

    private static ComparedIncident incident(String members, String... victims) {
        try {
            IncidentContent content = MAPPER.readValue("{\"title\":\"Strike\"," + members + "}", IncidentContent.class);
            return new ComparedIncident(UUID.randomUUID(), "SY-2017-00001", content, false,
                    List.of(victims).stream().map(name -> new NamedVictim(List.of(name))).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String at(double lat, double lon, String accuracy) {
        return "\"place\":{\"point\":{\"lat\":" + lat + ",\"lon\":" + lon + "},\"accuracy\":\"" + accuracy + "\"}";
    }

    private static String on(String day) {
        return "\"occurred\":{\"from\":\"" + day + "\"}";
    }

    private static DuplicateScore score(ComparedIncident one, ComparedIncident other) {
        DuplicateScore score = RULE.score(one, other);
        assertThat(RULE.score(other, one).score()).isEqualTo(score.score());
        return score;
    }

    private static String text(DuplicateScore score, ScorePartKind kind) {
        return score.parts().stream().filter(part -> part.kind() == kind).map(ScorePart::text).findFirst().orElse(null);
    }

    private static double points(DuplicateScore score, ScorePartKind kind) {
        return score.parts().stream().filter(part -> part.kind() == kind).mapToDouble(ScorePart::points).sum();
    }

    @Test
    void explainsWhatSpeaksForOneIncident() {
        ComparedIncident one = incident(EVENING + "," + at(35.95, 39.01, "street"), "Ahmad Khalil", "Fatima Khalil",
                "Omar Khalil", "Nour Haddad");
        ComparedIncident other = incident("\"occurred\":{\"from\":\"2017-07-02\",\"localTime\":{\"kind\":\"exact\",\"from\":"
                + "\"19:10\"}}," + at(35.951079, 39.01, "street"), "Ahmed Khalil", "Fatma Khalil", "Omar Khaleel",
                "Ali Jaber", "Sara Jaber");

        DuplicateScore score = score(one, other);

        assertThat(score.explanation()).isEqualTo("120 m apart, same evening, 3 of 4 victims");
        assertThat(score.score()).isGreaterThan(0.95);
    }

    @Test
    void tellsTwoStrikesOfOneDayApart() {
        DuplicateScore score = score(incident(on("2017-07-02") + "," + at(35.95, 39.01, "street")),
                incident(on("2017-07-02") + "," + at(35.99, 39.06, "street")));

        assertThat(score.score()).isLessThan(DuplicateRule.LEAST);
        assertThat(text(score, ScorePartKind.DISTANCE)).isEqualTo("6.3 km apart");
    }

    /** Great-circle distances as an independent calculator gives them for the mean radius (Haversine, 6371.0088 km). */
    @ParameterizedTest
    @CsvSource({ "0, 0, 0, 1, 111195", "35.95, 39.01, 35.951079, 39.01, 120", "50.0664, -5.7147, 58.6439, -3.07, 968854",
            "10, 179.5, 10, -179.5, 109506", "90, 0, 90, 120, 0" })
    void measuresGreatCircles(double lat, double lon, double otherLat, double otherLon, double metres) {
        assertThat(DistanceComparison.metres(new GeoPoint(lat, lon), new GeoPoint(otherLat, otherLon)))
                .isCloseTo(metres, within(Math.max(1, metres * 0.0001)));
    }

    @Test
    void givesLessForPointsThatAreKnownLess() {
        String day = on("2017-07-02") + ",";
        DuplicateScore exact = score(incident(day + at(35.95, 39.01, "street")), incident(day + at(35.95, 39.01, "street")));
        DuplicateScore town = score(incident(day + at(35.95, 39.01, "town")), incident(day + at(35.95, 39.01, "street")));
        DuplicateScore country = score(incident(day + at(35, 38, "country")), incident(day + at(35, 38, "country")));

        assertThat(points(exact, ScorePartKind.DISTANCE)).isEqualTo(5);
        assertThat(points(town, ScorePartKind.DISTANCE)).isEqualTo(2.5);
        assertThat(text(town, ScorePartKind.DISTANCE)).isEqualTo("0 m apart (known to 3.0 km)");
        assertThat(points(country, ScorePartKind.DISTANCE)).isZero();
    }

    @Test
    void allowsForTheCellOfAPublicPoint() {
        String members = on("2017-07-02") + "," + at(35.955, 39.015, "street");
        ComparedIncident cell = new ComparedIncident(UUID.randomUUID(), "SY-2017-00002", incident(members).content(), true,
                List.of());

        DuplicateScore score = score(cell, incident(on("2017-07-02") + "," + at(35.9501, 39.0101, "street")));

        assertThat(text(score, ScorePartKind.DISTANCE)).isEqualTo("700 m apart (known to 1.1 km)");
        assertThat(points(score, ScorePartKind.DISTANCE)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2017-07-02 | day | 2017-07-02 | day | same day | 3", "2017-07-02 | day | 2017-07-03 | day | one day apart | 0.2",
            "2017-07-02 | day | 2017-07-07 | day | 5 days apart | -5",
            "2017-07-01 | month | 2017-07-25 | day | periods that meet | 0.5",
            "2017-07-02 | week | 2017-07-04 | day | periods that meet | 1.5",
            "2017-01-01 | year | 2017-07-04 | day | periods that meet | 0" })
    void comparesDaysAsExactlyAsTheyAreKnown(String from, String precision, String otherFrom, String otherPrecision,
            String text, double points) {
        DuplicateScore score = score(occurring(from, precision), occurring(otherFrom, otherPrecision));

        assertThat(text(score, ScorePartKind.TIME)).isEqualTo(text);
        assertThat(points(score, ScorePartKind.TIME)).isEqualTo(points);
    }

    private static ComparedIncident occurring(String from, String precision) {
        return incident("\"occurred\":{\"from\":\"" + from + "\",\"precision\":\"" + precision + "\"}");
    }

    @Test
    void comparesTimesOfTheDay() {
        DuplicateScore overMidnight = score(timed("2017-07-02", "23:30", null), timed("2017-07-03", "00:15", null));
        DuplicateScore apart = score(timed("2017-07-02", "04:00", null), timed("2017-07-02", "22:00", null));
        DuplicateScore zones = score(timed("2017-07-02", "18:00", "Asia/Damascus"), timed("2017-07-02", "15:00", "UTC"));

        assertThat(text(overMidnight, ScorePartKind.TIME)).isEqualTo("same night");
        assertThat(points(overMidnight, ScorePartKind.TIME)).isEqualTo(4.5);
        assertThat(text(apart, ScorePartKind.TIME)).isEqualTo("same day, 18 hours apart");
        assertThat(points(apart, ScorePartKind.TIME)).isEqualTo(1);
        assertThat(points(zones, ScorePartKind.TIME)).isEqualTo(4.5);
    }

    private static ComparedIncident timed(String day, String time, String zone) {
        return incident("\"occurred\":{\"from\":\"" + day + "\",\"localTime\":{\"kind\":\"exact\",\"from\":\"" + time + "\""
                + (zone == null ? "" : ",\"zone\":\"" + zone + "\"") + "}}");
    }

    @ParameterizedTest
    @CsvSource({ "Ar Raqqah, Raqqa, 2", "Sihah, Siha, 2", "Raqqa, \u0627\u0644\u0631\u0642\u0629, 1.9", "Tabqa, Manbij, -1" })
    void comparesNamesOfPlaces(String one, String other, double points) {
        DuplicateScore score = score(incident(on("2017-07-02") + ",\"place\":{\"name\":\"" + one + "\"}"),
                incident(on("2017-07-02") + ",\"place\":{\"name\":\"" + other + "\"}"));

        assertThat(points(score, ScorePartKind.PLACE_NAME)).isEqualTo(points, within(0.11));
    }

    @Test
    void knowsIdentifiersAndAddressesInCommon() {
        String day = on("2017-07-02") + ",";
        DuplicateScore same = score(incident(day + externalId("ucdp-ged", "214797")),
                incident(day + externalId("ucdp-ged", "214797")));
        DuplicateScore apart = score(incident(day + externalId("ucdp-ged", "1")), incident(day + externalId("ucdp-ged", "2")));
        DuplicateScore addresses = score(incident(day + "\"summary\":\"See https://www.news.example/a/1/?utm_source=x.\""),
                incident(day + "\"summary\":\"(http://news.example/a/1)\""));

        assertThat(same.explanation()).isEqualTo("same day, same id in ucdp-ged");
        assertThat(same.score()).isGreaterThan(0.95);
        assertThat(points(apart, ScorePartKind.EXTERNAL_IDS)).isEqualTo(-3);
        assertThat(text(addresses, ScorePartKind.ADDRESSES)).isEqualTo("same address");
    }

    private static String externalId(String system, String id) {
        return "\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"" + id + "\"}]";
    }

    @Test
    void comparesWordsThatTellRecordsApart() {
        String day = on("2017-07-02") + ",";
        DuplicateScore alike = score(
                incident(day + "\"summary\":\"Warplanes hit the Haddad family home near the old bakery in Badu\""),
                incident(day + "\"summary\":\"Haddad family home near Old Bakery, Badu, hit by warplanes\""));
        DuplicateScore common = score(incident(day + "\"summary\":\"Airstrike killed civilians\""),
                incident(day + "\"summary\":\"Civilians killed in airstrike\""));

        assertThat(points(alike, ScorePartKind.TEXT)).isEqualTo(4);
        assertThat(text(common, ScorePartKind.TEXT)).isNull();
    }

    @Test
    void comparesNumbersAndParties() {
        String day = on("2017-07-02") + ",";
        DuplicateScore meet = score(
                incident(day + killed(9, 14) + ",\"parties\":[{\"party\":\"coalition\",\"role\":\"suspected\"}]"),
                incident(day + killed(12, 12) + ",\"parties\":[{\"party\":\"coalition\",\"role\":\"known\"}]"));
        DuplicateScore apart = score(incident(day + killed(1, 2)), incident(day + killed(40, 50)));

        assertThat(meet.explanation()).isEqualTo("same day, 9\u201314 and 12 killed, party coalition");
        assertThat(points(score(incident(day + killed(12, 12)), incident(day + killed(12, 12))), ScorePartKind.CASUALTIES))
                .isEqualTo(2);
        assertThat(points(apart, ScorePartKind.CASUALTIES)).isEqualTo(-1.5);
    }

    private static String killed(int min, int max) {
        return "\"harm\":{\"killed\":{\"civilians\":{\"min\":" + min + ",\"max\":" + max + "}}}";
    }

    @Test
    void leavesOutWhatEitherRecordLeavesOpen() {
        DuplicateScore score = score(incident(on("2017-07-02") + "," + at(35.95, 39.01, "street"), "Ahmad Khalil"),
                incident(on("2017-07-02") + "," + killed(1, 2)));

        assertThat(score.parts()).extracting(ScorePart::kind).containsExactly(ScorePartKind.TIME);
        assertThat(score.score()).isEqualTo(0.059);
    }

    @Test
    void pairsEachVictimOnceAndInTime() {
        List<NamedVictim> many = IntStream.range(0, 500).mapToObj(i -> new NamedVictim(List.of("Name" + i + " Family" + i)))
                .toList();
        VictimComparison comparison = new VictimComparison(new NameLikeness(text -> SearchTerms.of(text)));

        assertThat(comparison.inCommon(named("Ahmad Khalil", "Ahmed Khalil"), named("Ahmad Khalil"))).isEqualTo(1);
        assertThat(comparison.inCommon(named("Ahmad Khalil"), named("Ahmad Khalil", "Ahmad Khalil"))).isEqualTo(1);
        long start = System.nanoTime();
        assertThat(comparison.inCommon(many, many)).isEqualTo(500);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static List<NamedVictim> named(String... names) {
        return List.of(names).stream().map(name -> new NamedVictim(List.of(name))).toList();
    }
}
