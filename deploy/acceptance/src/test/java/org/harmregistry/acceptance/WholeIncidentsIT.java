package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.path.json.JsonPath;

/**
 * What a monitor with many incidents does: takes all of them away and brings them back, searches them, asks for the past, and
 * lets numbers follow from what cited sources claim.
 */
class WholeIncidentsIT {

    private static final String DATASET = "dataset=ucdp-ged-syria";
    @RegisterExtension
    static final LoadedSuite loaded = LoadedSuite.shared();
    private static final HttpClient client = HttpClient.newHttpClient();
    private static Suite suite;
    private static String publisher;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        suite = loaded.suite();
        // The loader's organisation: an import finds the records of its own.
        publisher = suite.token("publisher", organisationOfTheData());
    }

    private static String organisationOfTheData() {
        return get("/api/v1/incidents?limit=1&" + DATASET).getString("items[0].organisation");
    }

    private static JsonPath get(String address) {
        return given().urlEncodingEnabled(false).get(address).then().statusCode(200).extract().jsonPath();
    }

    private static URI address(String path) {
        return URI.create(suite.gateway() + path);
    }

    @ParameterizedTest
    @CsvSource({ "ndjson, application/x-ndjson", "csv, text/csv" })
    void bringsBackUnchangedWhatItTookAway(String format, String type) throws IOException, InterruptedException {
        Path file = folder.resolve("incidents." + format);
        HttpResponse<Path> export = client
                .send(HttpRequest.newBuilder(address("/api/v1/incidents?format=" + format + "&" + DATASET))
                        .header("Authorization", "Bearer " + publisher).build(), HttpResponse.BodyHandlers.ofFile(file));
        assertThat(export.statusCode()).isEqualTo(200);

        HttpResponse<Stream<String>> results = client
                .send(HttpRequest.newBuilder(address("/api/v1/incidents/import?mode=upsert"))
                        .header("Authorization", "Bearer " + publisher).header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofFile(file)).build(), HttpResponse.BodyHandlers.ofLines());

        assertThat(results.statusCode()).isEqualTo(200);
        Map<String, Long> counted = results.body().collect(Collectors
                .groupingBy(line -> String.valueOf(JsonPath.from(line).getMap("").get("result")), Collectors.counting()));
        assertThat(counted).isEqualTo(Map.of("unchanged", 11_757L));
    }

    @Test
    void drawsEveryIncidentOnAMap() throws IOException, InterruptedException {
        Path file = folder.resolve("incidents.geojson");
        client.send(HttpRequest.newBuilder(address("/api/v1/incidents?" + DATASET)).header("Accept", "application/geo+json")
                .build(), HttpResponse.BodyHandlers.ofFile(file));
        JsonPath map = JsonPath.from(Files.newInputStream(file));

        assertThat(map.getString("type")).isEqualTo("FeatureCollection");
        assertThat(map.getInt("features.size()")).isEqualTo(11_757);
        assertThat(map.getString("features[0].geometry.type")).isEqualTo("Point");
    }

    @Test
    void findsAPlaceByAnyOfItsNames() {
        int byName = count("place=" + encoded("Raqqa"));

        assertThat(byName).isGreaterThan(348).isEqualTo(count("place=" + encoded("Ar Raqqah")))
                .isEqualTo(count("place=" + encoded("الرقة")));
        // Words of a text are found as they are written; a record's own place by its names in other languages, too.
        int inGovernorate = count("admin1=SY11");
        assertThat(inGovernorate).isPositive().isEqualTo(count("admin1=SY11&q=" + encoded("الرقة")))
                .isEqualTo(count("admin1=SY11&q=Raqqah"));
    }

    private static int count(String question) {
        return get("/api/v1/incidents?limit=1&count=exact&" + DATASET + "&" + question).getInt("count");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void answersForThePast() {
        String first = get("/api/v1/incidents?limit=1&sort=updatedAt&" + DATASET).getString("items[0].updatedAt");

        assertThat(get("/api/v1/statistics?asOf=2020-01-01T00:00:00Z").getInt("total.incidents")).isZero();
        assertThat(get("/api/v1/statistics?asOf=" + first + "&" + DATASET).getInt("total.incidents")).isBetween(1, 1_000);
        JsonPath now = get("/api/v1/statistics?by=month&asOf=2999-01-01T00:00:00Z&" + DATASET);
        JsonPath today = get("/api/v1/statistics?by=month&" + DATASET);
        assertThat(now.getMap("total")).isEqualTo(today.getMap("total"));
        assertThat(now.getList("groups")).isEqualTo(today.getList("groups"));
    }

    @Test
    void addsUpTheSameByEveryDimension() {
        for (String by : new String[] { "month", "year", "country", "admin1", "grading", "strikeStatus", "month,grading" }) {
            JsonPath statistics = get("/api/v1/statistics?by=" + by + "&" + DATASET);
            assertThat(statistics.getList("groups.incidents", Integer.class).stream().mapToInt(Integer::intValue).sum())
                    .describedAs(by).isEqualTo(11_757);
            assertThat(statistics.getList("groups.killed.civilians.min", Integer.class).stream().filter(n -> n != null)
                    .mapToInt(Integer::intValue).sum()).describedAs(by).isEqualTo(19_116);
        }
    }

    /**
     * Two credible sources, one judged unreliable and one that contradicts: by the published rule the lowest and highest count.
     */
    @Test
    void derivesNumbersFromWhatCitedSourcesClaim() {
        CitedIncident incident = new CitedIncident(suite.token("analyst", "registry", "analyst-1"), 99);
        incident.cite("First account", "B", "supports", CitedIncident.killed(3, 5));
        incident.cite("Second account", "C", "supports", CitedIncident.killed(8, 8));
        incident.cite("Doubtful account", "E", "supports", CitedIncident.killed(70, 80));
        incident.cite("Denial", "B", "contradicts", CitedIncident.killed(0, 0));
        incident.derive().statusCode(200).body("killed.civilians.min", equalTo(3)).body("killed.civilians.max", equalTo(8))
                .body("basis", equalTo("derived")).body("rule", equalTo("counts-1")).body("claimsCounted", equalTo(2))
                .body("claims.killed.verdict", containsInAnyOrder("counted", "counted", "not_credible", "not_in_support"));
        incident.read().body("harm.killed.civilians.max", equalTo(8)).body("harm.countBasis.kind", equalTo("derived"));

        suite.processesOf("sources-service").forEach(process -> suite.shell("kill", "-KILL", Long.toString(process.pid())));
        incident.counts().statusCode(200).body("sources", equalTo("unavailable")).body("killed.civilians.max", equalTo(8))
                .body("claimsCounted", equalTo(2));
        incident.derive().statusCode(200).body("sources", equalTo("unavailable")).body("killed.civilians.max", equalTo(8));
        incident.read().body("harm.killed.civilians.max", equalTo(8));

        assertThat(suite.up("--no-data").exit()).isZero();
        incident.cite("Third account", "A", "supports", CitedIncident.killed(2, 12));
        incident.counts().body("sources", equalTo("available")).body("outdated", equalTo(true));
        incident.derive().statusCode(200).body("killed.civilians.min", equalTo(2)).body("killed.civilians.max", equalTo(12))
                .body("claimsCounted", equalTo(3));
    }
}
