package org.harmregistry.sources.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.unique;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Random sources of every kind go out and come back unchanged, in each format. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceRoundTripTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] TEXTS = { "plain", "=SUM(A1)", "'quoted", "''twice", "+1", "-dash", "@at", "a,b;c",
            "two\nlines",
            "a \"quotation\"", "tab\there", "الرقة", "café \uD83D\uDE00", " spaces around ", "0012", "true", "null", "1e5",
            "{}", "[]" };

    private Random chance;

    @ParameterizedTest
    @ValueSource(longs = { 1, 20180605, 42 })
    void whatIsExportedComesBackUnchanged(long seed) throws JsonProcessingException {
        chance = new Random(seed);
        String dataset = "roundtrip-" + unique();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 88; i++) {
            rows.add(JSON.writeValueAsString(row(i, dataset)));
        }

        outcomes("created", importRows(SOURCES, Tokens.analyst(), "upsert", rows.toArray(String[]::new)), rows.size());
        outcomes("unchanged", importRows(SOURCES, Tokens.analyst(), "upsert", rows.toArray(String[]::new)), rows.size());
        byte[] csv = export("csv", dataset);
        byte[] ndjson = export("ndjson", dataset);
        outcomes("unchanged", as(Tokens.publisher()).contentType("text/csv").body(csv).post(SOURCES + "/import"), rows.size());
        outcomes("unchanged", as(Tokens.publisher()).contentType("application/x-ndjson").body(ndjson).post(SOURCES + "/import"),
                rows.size());
        assertThat(new String(csv, StandardCharsets.UTF_8).lines().skip(1).findFirst().orElseThrow()).startsWith("#meta+id,");
    }

    private static byte[] export(String format, String dataset) {
        return as(Tokens.analyst()).queryParam("format", format).queryParam("dataset", dataset).get(SOURCES).then()
                .statusCode(200).extract().asByteArray();
    }

    private static void outcomes(String expected, Response answer, int count) {
        assertThat(results(answer)).hasSize(count).allSatisfy(
                result -> assertThat(outcome(result)).as(() -> result.prettify()).isEqualTo(expected));
    }

    private Map<String, Object> row(int number, String dataset) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("externalIds", List.of(Map.of("system", "roundtrip", "id", dataset + number)));
        row.put("title", text());
        row.put("dataset", dataset);
        maybe(row, "publisher", this::text);
        maybe(row, "author", this::text);
        maybe(row, "url", () -> "https://example.org/" + number + "?a=b,c");
        maybe(row, "publishedOn", () -> Map.of("date", date(), "precision", "day", "asPrinted", text()));
        maybe(row, "language", () -> "ar");
        maybe(row, "reliability", () -> "C");
        maybe(row, "credibility", () -> 1 + chance.nextInt(6));
        maybe(row, "sensitivity", () -> List.of("graphic_violence", "deleted_by_source"));
        maybe(row, "texts", () -> List.of(Map.of("language", "en", "text", text() + number),
                Map.of("language", "ar", "text", "ترجمة " + number, "translation", Map.of("by", "machine"))));
        kind(row, number % 11);
        return row;
    }

    private void kind(Map<String, Object> row, int kind) {
        String[] kinds = { "interview", "site_visit", "imagery", "statement", "letter", "register", "post", "article", "report",
                "photo", "video" };
        row.put("kind", kinds[kind]);
        switch (kind) {
            case 0 -> row.put("interview", part(Map.of("heldOn", date(), "place", part(Map.of("name", text(), "country", "SY")),
                    "interviewerRole", text(), "language", "ar", "interpreter", chance.nextBoolean(), "family", "FAM-01",
                    "people", 3, "mode", "remote")));
            case 1 -> row.put("siteVisit", part(Map.of("visitedOn", date(),
                    "place", Map.of("name", text(), "point", Map.of("lat", chance.nextInt(180000) / 1000.0 - 90, "lon",
                            chance.nextInt(360000) / 1000.0 - 180), "accuracyMetres", 5),
                    "organisation", text(), "teamSize", 2, "seen", text(), "damage",
                    List.of(Map.of("object", text(), "extent", "destroyed")), "remnants",
                    List.of(Map.of("description", text(), "markings", text())))));
            case 2 -> row.put("imagery",
                    part(Map.of("before", Map.of("takenOn", "2017-01-01", "sensor", text(), "resolutionMetres",
                            0.5), "after", Map.of("takenOn", "2017-02-01", "sceneId", text()), "footprint",
                            Map.of("west", 39.0, "south", 35.0, "east", 39.25, "north", 35.125))));
            case 3 ->
                row.put("statement", part(Map.of("speaker", text(), "office", text(), "party", "coalition", "channel", "email",
                        "addressedTo", text())));
            case 4 -> row.put("letter", part(Map.of("from", text(), "to", text(), "reference", text(), "receivedOn", date())));
            case 5 -> row.put("registerEntry", part(Map.of("register", text(), "entry", text(), "heldBy", text())));
            case 6 -> row.put("post", part(Map.of("platform", "telegram", "account", text(), "postId", text(), "firstSeen",
                    "2018-01-01T00:00:00.5Z", "deleted", chance.nextBoolean())));
            case 7 -> row.put("article", part(Map.of("outlet", text(), "section", text(), "page", text())));
            case 8 -> row.put("fieldwork", part(Map.of("sitesVisited", 42, "interviews", 112, "families", 4)));
            default -> row.put("medium", "photo");
        }
    }

    /** Some members, at least one. */
    private Map<String, Object> part(Map<String, Object> all) {
        Map<String, Object> some = new LinkedHashMap<>(all);
        all.keySet().forEach(name -> {
            if (some.size() > 1 && chance.nextInt(3) == 0) {
                some.remove(name);
            }
        });
        return some;
    }

    private void maybe(Map<String, Object> row, String name, Supplier<Object> value) {
        if (chance.nextBoolean()) {
            row.put(name, value.get());
        }
    }

    private String text() {
        return TEXTS[chance.nextInt(TEXTS.length)];
    }

    private String date() {
        return "201%d-0%d-1%d".formatted(chance.nextInt(10), 1 + chance.nextInt(9), chance.nextInt(10));
    }
}
