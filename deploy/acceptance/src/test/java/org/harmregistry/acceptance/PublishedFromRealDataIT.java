package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.acceptance.RawFiles.Sum;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A stranger starts the suite, reads what it published from real records, stops it and starts it again. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishedFromRealDataIT {

    private static final String RAQQA = "country=SY&admin1=SY11&from=2017-06-06&to=2017-10-17";
    private static final String HEADLINE = "headline-names-coalition-1";
    private static final String SERIES = "airwars-series-1";

    @RegisterExtension
    static final LoadedSuite loaded = LoadedSuite.untouched();
    private static final RawFiles raw = new RawFiles();

    @TempDir
    static Path folder;

    private static Suite suite;

    @BeforeAll
    static void asAStrangerStartsIt() {
        suite = loaded.suite();
    }

    private static JsonPath get(String address) {
        return given().get(address).then().statusCode(200).extract().jsonPath();
    }

    private static Sum statistics(String query) {
        JsonPath total = get("/api/v1/statistics?by=none&" + query);
        return new Sum(total.getInt("total.incidents"), total.getInt("total.killed.civilians.min"));
    }

    @Test
    @Order(1)
    void everyPartIsReady() {
        JsonPath status = JsonPath.from(suite.status("--json").output());

        assertThat(status.getString("gateway")).isEqualTo(suite.gateway());
        assertThat(status.getList("parts.name")).containsExactlyInAnyOrder("postgresql", "mongodb", "issuer",
                "incidents-service", "sources-service", "reports-service", "gateway");
        assertThat(status.getList("parts.ready", Boolean.class)).containsOnly(true);
    }

    @Test
    @Order(2)
    void allRecordsAreThere() {
        assertThat(get("/api/v1/incidents?dataset=ucdp-ged-syria&limit=1&count=exact").getInt("count"))
                .isEqualTo(11_757).isEqualTo(raw.count());
        assertThat(get("/api/v1/sources?dataset=ucdp-ged-syria&limit=1&count=exact").getInt("count")).isEqualTo(8_771);
    }

    @Test
    @Order(3)
    void theRegistryCountsWhatTheRawFileHolds() {
        JsonPath statistics = get("/api/v1/statistics?by=month&" + RAQQA);

        assertThat(statistics.getInt("total.incidents")).isEqualTo(421);
        assertThat(statistics.getInt("total.incidentsWithCiviliansKilled")).isEqualTo(228);
        assertThat(statistics.getInt("total.killed.civilians.min")).isEqualTo(2_124);
        assertThat(statistics.getInt("total.killed.civilians.max")).isEqualTo(2_249);
        Map<String, Object> published = statistics.getMap("total.totalsAsPublished[0]");
        assertThat(published).containsEntry("low", 4_698).containsEntry("best", 4_857).containsEntry("high", 5_815);
        assertThat(statistics.getList("groups.incidents", Integer.class).stream().mapToInt(n -> n).sum()).isEqualTo(421);
        assertThat(statistics("country=SY&admin1=SY11&from=2017-06-06&to=2017-10-17&place=Ar Raqqah town"))
                .isEqualTo(new Sum(348, 2_042));
        assertThat(statistics("country=SY&admin1=SY11&overlaps=2017-06-06/2017-10-17&to=2017-06-05"))
                .isEqualTo(new Sum(3, 161));
        assertThat(raw.raqqaWindow(event -> true)).isEqualTo(new Sum(421, 2_124));
    }

    @Test
    @Order(4)
    void suspicionByRuleIsCountedApartAndTogether() {
        Sum headline = raw.raqqaWindow(RawFiles::byHeadline);
        Sum series = raw.raqqaWindow(RawFiles::bySeries);
        Sum either = raw.raqqaWindow(event -> RawFiles.byHeadline(event) || RawFiles.bySeries(event));

        assertThat(statistics(RAQQA + "&party=coalition&rule=" + HEADLINE)).isEqualTo(headline);
        assertThat(statistics(RAQQA + "&party=coalition&rule=" + SERIES)).isEqualTo(series);
        assertThat(statistics(RAQQA + "&party=coalition")).isEqualTo(either);
        assertThat(statistics(RAQQA + "&party=coalition&rule=" + HEADLINE + "," + SERIES)).isEqualTo(either);
    }

    @Test
    @Order(5)
    void theGapFollowsWhatWasKnown() {
        String gap = "/api/v1/gap?party=coalition&by=place&place=Raqqa&from=2017-06&to=2017-10&knownBy=";
        given().get(gap + "2018-07-17").then().statusCode(200)
                .body("rows[0].documented.words", equalTo("hundreds"))
                .body("rows[0].conceded.max", equalTo(23)).body("rows[0].gap", equalTo(null));
        given().get(gap + "2019-04-24").then().body("rows[0].documented.words", equalTo("hundreds"))
                .body("rows[0].conceded.max", equalTo(159)).body("rows[0].gap", equalTo(null));
        given().get(gap + "2019-04-25").then().body("rows[0].documented.min", equalTo(1600))
                .body("rows[0].conceded.max", equalTo(180)).body("rows[0].gap.min", equalTo(1420))
                .body("rows[0].gap.max", equalTo(null))
                .body("shownNotAdded.min", hasItems(318, 77));
    }

    @Test
    @Order(6)
    void aPromiseIsKeptWhenTheTallySaysSo() {
        given().get("/api/v1/commitments?party=coalition").then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].dueOn", equalTo("2018-07-26"))
                .body("items[0].state", equalTo("kept"));
    }

    @Test
    @Order(7)
    void theReportsArePublishedAndCanBeRecomputed() {
        List<Map<String, Object>> editions = get("/api/v1/editions").getList("items");

        assertThat(editions).hasSize(2).allSatisfy(edition -> assertThat(edition).containsEntry("status", "published"));
        for (Map<String, Object> edition : editions) {
            given().get("/api/v1/editions/" + edition.get("id") + "/verification").then().statusCode(200)
                    .body("matches", equalTo(true)).body("recomputed", equalTo(edition.get("digest")))
                    .body("files.matches", everyItem(equalTo(true)));
        }
    }

    @Test
    @Order(8)
    void thePagesSayTheFigures() {
        String gap = given().get("/reports/acknowledgement-gap-raqqa-2017/2017-06-06--2017-10-17").then().statusCode(200)
                .contentType(containsString("text/html")).extract().asString();
        String monthly = given().get("/reports/civilian-casualty-report/2018-06").then().statusCode(200).extract().asString();

        assertThat(gap).contains("<svg").doesNotContain("<script").contains("42", "112", "30,000", "421", "228", "2,124",
                "2,249", "4,698", "4,857", "5,815", "348", "2,042", "161", "hundreds", "1,600", "1,420", "318", "77");
        assertThat(monthly).contains("<svg").doesNotContain("<script").contains("314", "45", "125", "234", "106", "105");
    }

    @Test
    @Order(9)
    void badRequestsAreRefusedInOneShape() {
        given().get("/api/v1/incidents?limit=0").then().statusCode(400).body("code", equalTo("limit_out_of_range"));
        given().get("/api/v1/incidents?limit=10000").then().statusCode(400).body("code", equalTo("limit_out_of_range"));
        given().get("/api/v1/incidents?after=tampered").then().statusCode(400).body("code", equalTo("invalid_cursor"));
        given().get("/api/v1/incidents?from=2017-02-30").then().statusCode(400);
        given().get("/api/v1/incidents?colour=red").then().statusCode(400)
                .body("code", equalTo("unknown_parameter")).body("violations.pointer", hasItem("?colour"));
        given().contentType("application/json").body("{}").post("/api/v1/incidents").then().statusCode(401);
        String contributor = suite.token("contributor", "org-a", "person-1");
        given().auth().oauth2(contributor).contentType("application/json").body("{\"title\":\"a\",\"title\":\"b\"}")
                .post("/api/v1/incidents").then().statusCode(400).body("code", equalTo("duplicate_key"));
        given().auth().oauth2(contributor).contentType("application/json").body("{\"ids\":[],\"reason\":\"x\"}")
                .post("/api/v1/incidents/acceptance").then().statusCode(403).body("code", equalTo("forbidden"));
        given().urlEncodingEnabled(false).get("/api/v1/incidents%2Fimport").then().statusCode(400);
        given().get("/q/health").then().statusCode(404);
    }

    @Test
    @Order(10)
    void aSecondUpChangesNothingAndSaysSo() {
        Suite.Outcome again = suite.up();

        assertThat(again.exit()).isZero();
        assertThat(again.output()).containsIgnoringCase("nothing changed");
        assertThat(get("/api/v1/editions").getList("items")).hasSize(2);
        assertThat(loaded.begun().output()).contains(suite.gateway());
    }

    @Test
    @Order(11)
    void aHangingDatabaseIsAnsweredWithinTwoSecondsAndRecoversByItself() {
        List<ProcessHandle> server = suite.processesOf("postgresql");
        server.forEach(process -> signal("-STOP", process));
        try {
            for (String address : List.of("/api/v1/incidents?limit=1", "/api/v1/sources?limit=1")) {
                Response answer = given().get(address);

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotNull();
                assertThat(answer.jsonPath().getString("code")).isEqualTo("database_unavailable");
                assertThat(answer.time()).isLessThan(2_500);
            }
        } finally {
            server.forEach(process -> signal("-CONT", process));
        }

        suite.eventually(Duration.ofSeconds(10),
                () -> given().get("/api/v1/incidents?limit=1").statusCode() == 200);
    }

    private static void signal(String signal, ProcessHandle process) {
        suite.shell("kill", signal, Long.toString(process.pid()));
    }

    @Test
    @Order(12)
    void everyPartKilledAtOnceLosesNothing() {
        String before = contents();
        List.of("gateway", "reports-service", "sources-service", "incidents-service", "issuer", "mongodb", "postgresql")
                .forEach(part -> suite.processesOf(part).forEach(process -> signal("-KILL", process)));

        Suite.Outcome again = suite.up();

        assertThat(again.exit()).describedAs(again.output()).isZero();
        assertThat(again.output()).containsIgnoringCase("nothing changed");
        assertThat(contents()).isEqualTo(before);
    }

    /** What stands in the registry: how much of each, and the digests of what was published. */
    private static String contents() {
        return get("/api/v1/statistics?by=none&status=accepted&records=digest").getString("records.digest")
                + get("/api/v1/sources?limit=1&count=exact").getInt("count")
                + get("/api/v1/editions").getList("items.digest");
    }

    @Test
    @Order(13)
    void dataSurviveDownAndUp() {
        String digests = get("/api/v1/editions").getList("items.digest").toString();
        assertThat(suite.down().exit()).isZero();

        Suite.Outcome again = suite.up("--no-data");

        assertThat(again.exit()).describedAs(again.output()).isZero();
        assertThat(get("/api/v1/editions").getList("items.digest").toString()).isEqualTo(digests);
        assertThat(get("/api/v1/incidents?dataset=ucdp-ged-syria&limit=1&count=exact").getInt("count"))
                .isEqualTo(11_757);
    }

    /**
     * After all that was killed above: each edition is in one history, which goes on from the checkpoint it was published
     * under.
     */
    @Test
    @Order(14)
    void anOutsiderChecksEachEditionWithNothingButAJdk() throws IOException, InterruptedException {
        String key = given().get("/api/v1/log/key").asString().strip();
        assertThat(get("/api/v1/log").getString("condition")).isEqualTo("running");
        for (String edition : get("/api/v1/editions").getList("items.id", String.class)) {
            Path bundle = Files.write(folder.resolve("bundle.zip"),
                    given().get("/api/v1/editions/" + edition + "/bundle").then().statusCode(200).extract().asByteArray());
            assertThat(verifier(bundle, "--key", key, "--checkpoint", suite.gateway() + "/api/v1/log/checkpoint")).isZero();
            byte[] changed = Files.readAllBytes(bundle);
            changed[changed.length / 2] ^= 1;
            assertThat(verifier(Files.write(bundle, changed), "--key", key)).isEqualTo(1);
        }
    }

    /** Weeks, a single event and field work: each figure is held against the raw file, or what the case states. */
    @Test
    @Order(15)
    void theOtherTemplatesSayWhatTheRawFileHolds() {
        String area = "\"country\": \"SY\", \"admin1\": \"SY11\"";
        JsonPath overview = published("period_overview", "{" + area + "}");
        assertThat(overview.getList("sections.find { it.key == 'weeks' }.blocks.find { it.kind == 'chart' }.chart.points"
                + ".values.flatten().min", Integer.class)).isEqualTo(raw.raqqaWeeks());
        assertThat(figure(overview, "records.killed")).containsEntry("min", 2_124).containsEntry("max", 2_249);

        JsonPath incident = get("/api/v1/incidents?" + RAQQA + "&party=coalition&rule=" + SERIES + "&limit=1");
        RawFiles.Event event = raw.event(incident.getString("items[0].externalIds.find { it.system == 'ucdp-ged' }.id"));
        JsonPath dossier = published("incident_dossier",
                "{\"party\": \"coalition\", \"incident\": \"" + incident.getString("items[0].id") + "\"}");
        assertThat(dossier.getString("places[0].lat") + " " + dossier.getString("places[0].lon"))
                .isEqualTo(event.cell());
        Map<String, Object> killed = figure(dossier, "dossier.killed");
        assertThat(killed.getOrDefault("value", killed.get("min"))).isEqualTo(event.civilians());

        JsonPath field = published("field_investigation", "{" + area + ", \"party\": \"coalition\"}, \"case\": "
                + "{\"report\": {\"system\": \"case-raqqa\", \"id\": \"amnesty-2018-06-05\"}}");
        assertThat(figure(field, "case.sites")).containsEntry("value", 42);
        assertThat(figure(field, "case.interviews")).containsEntry("value", 112);
        assertThat(figure(field, "records.events")).containsEntry("value", 421);
        assertThat(field.getList("sections.key", String.class)).contains("method", "sites", "records", "demands");
    }

    private static Map<String, Object> figure(JsonPath document, String key) {
        return document.getMap("figures.find { it.key == '" + key + "' }");
    }

    /** The document of an edition of a template over the four months of the case, once it is out. */
    private static JsonPath published(String template, String filter) {
        String slug = template.replace('_', '-') + "-raqqa";
        given().auth().oauth2(suite.token("publisher", "registry", "publisher-1")).contentType("application/json")
                .header("If-None-Match", "*").body("{\"template\": \"" + template + "\", \"title\": \"Raqqa, four months\", "
                        + "\"languages\": [\"en\", \"ar\"], \"filter\": " + filter
                        + ", \"periods\": [{\"from\": \"2017-06-06\", \"to\": \"2017-10-17\"}]}")
                .put("/api/v1/reports/" + slug).then().statusCode(201);
        suite.eventually(Duration.ofSeconds(90),
                () -> get("/api/v1/editions?report=" + slug).getList("items.status").equals(List.of("published")));
        String id = get("/api/v1/editions?report=" + slug).getString("items[0].id");
        given().get("/api/v1/editions/" + id + "/verification").then().statusCode(200).body("matches", equalTo(true));
        return get("/api/v1/editions/" + id + "/files/json");
    }

    private static int verifier(Path bundle, String... options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                Path.of("../verifier/target/verifier.jar").toString(), bundle.toString()));
        line.addAll(List.of(options));
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
