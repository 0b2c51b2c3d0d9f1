package org.harmregistry.incidents.allegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.harmregistry.incidents.allegation.AllegationApi.ALLEGATIONS;
import static org.harmregistry.incidents.allegation.AllegationApi.act;
import static org.harmregistry.incidents.allegation.AllegationApi.publish;
import static org.harmregistry.incidents.allegation.AllegationApi.step;
import static org.harmregistry.incidents.allegation.AllegationApi.tag;
import static org.harmregistry.incidents.exchange.ExchangeApi.assertEveryMemberHasAColumn;
import static org.harmregistry.incidents.exchange.ExchangeApi.code;
import static org.harmregistry.incidents.exchange.ExchangeApi.export;
import static org.harmregistry.incidents.exchange.ExchangeApi.imported;
import static org.harmregistry.incidents.exchange.ExchangeApi.outcomes;
import static org.harmregistry.incidents.incident.IncidentApi.anonymous;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.incidents.record.Given.party;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Allegations out and in again. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AllegationExchangeTest {

    private static final String ANALYST = Tokens.analyst();

    private final String system = unique("desk");
    private String party;

    @BeforeEach
    void makeParty() {
        party = party(unique("exchange"));
    }

    private String row(String id, String members) {
        return "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"" + id + "\"}],\"party\":\"" + party
                + "\",\"receivedOn\":\"2017-07-01\"" + (members.isEmpty() ? "" : "," + members) + "}";
    }

    private static String transitions(String... steps) {
        return "\"transitions\":[" + String.join(",", steps) + "]";
    }

    private JsonPath taken(String row) {
        return imported(ANALYST, ALLEGATIONS, List.of(row)).get(0);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 20261127 })
    void whateverAnAllegationHoldsAnExportTakesBack(long seed) {
        RandomAllegations random = new RandomAllegations(seed, party, publicIncident(unique("exchange"), body("")));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(random.row(system, i));
        }
        assertThat(outcomes(imported(ANALYST, ALLEGATIONS, rows))).as("seed %d", seed).hasSize(60).containsOnly("created");
        assertThat(outcomes(imported(ANALYST, ALLEGATIONS, rows))).hasSize(60).containsOnly("unchanged");

        for (String format : List.of("csv", "ndjson")) {
            String exported = export(as(ANALYST), ALLEGATIONS, format, "party", party);
            assertThat(outcomes(imported(ANALYST, ALLEGATIONS, format, exported))).as("seed %d as %s", seed, format).hasSize(60)
                    .containsOnly("unchanged");
            assertThat(export(as(ANALYST), ALLEGATIONS, format, "party", party)).isEqualTo(exported);
        }
        assertEveryMemberHasAColumn(export(as(ANALYST), ALLEGATIONS, "csv", "party", party),
                export(as(ANALYST), ALLEGATIONS, "ndjson", "party", party));
    }

    @Test
    void anImportHoldsWhatBecameOfTheAllegation() {
        String id = taken(row("1",
                transitions(step("credible", "2017-09-01", "\"conceded\":{\"killed\":{\"words\":\"several\"}}"),
                        step("received", "2017-07-01", "\"note\":\"by post\""), step("under_assessment", "2017-07-20", ""))))
                .getString("id");
        as(ANALYST).get(ALLEGATIONS + "/" + id).then().body("state", equalTo("credible"))
                .body("conceded.killed.words", equalTo("several")).body("publication", equalTo("withheld"))
                .body("version", equalTo(1));
        as(ANALYST).get(ALLEGATIONS + "/" + id + "/transitions").then().body("items", hasSize(3))
                .body("items[0].note", equalTo("by post"));
    }

    @Test
    void aLaterRunRecordsWhatIsNewAndUndoesNothing() {
        String received = step("received", "2017-07-01", "");
        String assessed = step("under_assessment", "2017-07-20", "");
        String first = row("1", transitions(received));
        String id = taken(first).getString("id");
        JsonPath later = taken(row("1", "\"claim\":\"a market\"," + transitions(received, assessed)));
        assertThat(later.getString("result")).isEqualTo("updated");
        assertThat(later.getInt("version")).isEqualTo(3);
        assertThat(code(taken(row("1", "\"claim\":\"a market\"," + transitions(received))))).isEqualTo("transition_stands");

        Given.patching(as(ANALYST), tag(ANALYST, id)).body("{\"claim\":\"a bakery\"}").patch(ALLEGATIONS + "/" + id).then()
                .statusCode(200);
        assertThat(taken(row("1", "\"claim\":\"a market\"," + transitions(received, assessed))).getString("result"))
                .isEqualTo("unchanged");
        JsonPath refused = taken(row("1", "\"claim\":\"a school\"," + transitions(received, assessed)));
        assertThat(code(refused)).isEqualTo("changed_since_import");
        assertThat(List.of(refused.getInt("version"), refused.getInt("importedVersion"))).containsExactly(4, 3);
        as(ANALYST).get(ALLEGATIONS + "/" + id).then().body("claim", equalTo("a bakery"));
    }

    @Test
    void anExportOfAnEarlierVersionUndoesNothing() {
        String id = taken(row("1", "")).getString("id");
        String exported = export(as(ANALYST), ALLEGATIONS, "csv", "party", party);
        String edited = exported.replace(id + "," + party + ",,,,",
                id + "," + party + ",,ngo_report,,");
        assertThat(edited).isNotEqualTo(exported);
        assertThat(outcomes(imported(ANALYST, ALLEGATIONS, "csv", edited))).containsExactly("updated");
        as(ANALYST).get(ALLEGATIONS + "/" + id).then().body("channel", equalTo("ngo_report"));
        assertThat(code(imported(ANALYST, ALLEGATIONS, "csv", exported).get(0))).isEqualTo("changed_since_import");
        act(id, "transitions", step("under_assessment", "2017-08-01", "")).then().statusCode(201);
        as(ANALYST).queryParam("asOf", "2001-01-01T00:00:00Z").queryParam("format", "ndjson").queryParam("party", party)
                .get(ALLEGATIONS).then().statusCode(200).body(equalTo(""));
    }

    @Test
    void isOfTheInstantAskedFor() {
        String id = taken(row("1", "")).getString("id");
        String now = as(ANALYST).get(ALLEGATIONS + "/" + id).path("updatedAt");
        String before = export(as(ANALYST), ALLEGATIONS, "ndjson", "party", party);
        act(id, "transitions", step("under_assessment", "2017-08-01", "")).then().statusCode(201);
        assertThat(export(as(ANALYST), ALLEGATIONS, "ndjson", "party", party)).isNotEqualTo(before);
        assertThat(export(as(ANALYST), ALLEGATIONS, "ndjson", "party", party, "asOf", now)).isEqualTo(before);
        assertThat(Instant.parse(as(ANALYST).queryParam("asOf", now).queryParam("format", "csv").get(ALLEGATIONS)
                .header("As-Of"))).isEqualTo(Instant.parse(now));
    }

    @Test
    void everybodyIsSentWhatEverybodySees() {
        String place = "\"notes\":\"for us alone\",\"place\":{\"point\":{\"lat\":35.951234,\"lon\":39.014321}}";
        String id = taken(row("1", place)).getString("id");
        taken(row("2", ""));
        publish(id).then().statusCode(200);
        for (String format : List.of("csv", "ndjson", "geojson")) {
            String everybodys = export(anonymous(), ALLEGATIONS, format, "party", party);
            assertThat(everybodys).contains(id, "35.955", "39.015").doesNotContain("35.951234", "for us alone");
            assertThat(export(as(ANALYST), ALLEGATIONS, format, "party", party)).contains("35.951234", "for us alone");
        }
        String everybodys = export(anonymous(), ALLEGATIONS, "ndjson", "party", party);
        assertThat(everybodys.lines()).hasSize(1);
        assertThat(outcomes(imported(ANALYST, ALLEGATIONS, "ndjson", everybodys))).containsExactly("unchanged");
        String edited = everybodys.replaceAll("\"version\": ?\\d+", "\"version\":2").replace("35.955", "35.955001");
        assertThat(code(imported(ANALYST, ALLEGATIONS, "ndjson", edited).get(0))).isEqualTo("export_not_whole");
    }

    @Test
    void parallelImportsMakeOneRecord() throws Exception {
        String row = row("1", "");
        ExecutorService pool = Executors.newFixedThreadPool(5);
        List<Future<JsonPath>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(pool.submit(() -> taken(row)));
        }
        List<String> results = new ArrayList<>();
        for (Future<JsonPath> answer : answers) {
            results.add(answer.get().getString("result"));
        }
        pool.shutdown();
        assertThat(results.stream().collect(Collectors.groupingBy(result -> result, Collectors.counting())))
                .isEqualTo(java.util.Map.of("created", 1L, "unchanged", 4L));
        as(ANALYST).queryParam("party", party).get(ALLEGATIONS).then().body("items", hasSize(1));
        Given.analyst().body(row).post(ALLEGATIONS).then().spec(problem(409, "external_id_taken"));
    }

    @Test
    void aBadRowStopsNoGoodOne() {
        List<JsonPath> results = imported(ANALYST, ALLEGATIONS, List.of(row("1", ""), "{", row("2", "\"colour\":1"),
                row("3", "").replace(party, "nobody-at-all"), row("4", "").replace("2017-07-01", "2999-07-01"),
                row("5", transitions(step("credible", "2017-07-01", ""))),
                row("6", transitions(step("received", "2017-08-01", ""))),
                row("7", "\"state\":\"credible\""), "{\"party\":\"" + party + "\",\"receivedOn\":\"2017-07-01\"}",
                row("8", "")));
        assertThat(results.stream().map(result -> result.getString("result") + " " + code(result))).containsExactly(
                "created null", "refused invalid_json", "refused unknown_field", "refused party_unknown",
                "refused invalid_date", "refused transition_not_allowed", "refused received_on_differs",
                "refused read_only_field", "refused external_id_missing", "created null");
        assertThat(outcomes(results).stream().filter("created"::equals).collect(Collectors.toSet()))
                .isEqualTo(Set.of("created"));
    }

    @Test
    void analystsImport() {
        for (String token : List.of(Tokens.contributor("org-a"), Tokens.of("party", party, "speaker"), Tokens.admin())) {
            as(token).contentType("text/csv").body("party").post(ALLEGATIONS + "/import").then()
                    .spec(problem(403, "forbidden"));
        }
        anonymous().contentType("text/csv").body("party").post(ALLEGATIONS + "/import").then()
                .spec(problem(401, "unauthenticated"));
        as(ANALYST).queryParam("format", "csv").queryParam("limit", "5").get(ALLEGATIONS).then()
                .spec(problemAt(400, "invalid_parameter", "?limit"));
    }
}
