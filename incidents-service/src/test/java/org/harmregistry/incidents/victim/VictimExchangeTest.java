package org.harmregistry.incidents.victim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.harmregistry.incidents.exchange.ExchangeApi.assertEveryMemberHasAColumn;
import static org.harmregistry.incidents.exchange.ExchangeApi.code;
import static org.harmregistry.incidents.exchange.ExchangeApi.export;
import static org.harmregistry.incidents.exchange.ExchangeApi.imported;
import static org.harmregistry.incidents.exchange.ExchangeApi.outcomes;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.anonymous;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.incidents.lineage.LineageApi.merge;
import static org.harmregistry.incidents.victim.VictimApi.act;
import static org.harmregistry.incidents.victim.VictimApi.named;
import static org.harmregistry.incidents.victim.VictimApi.patch;
import static org.harmregistry.incidents.victim.VictimApi.person;
import static org.harmregistry.incidents.victim.VictimApi.victims;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.incidents.exchange.RandomMembers;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Victims out and in again. All people in these tests are made up. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class VictimExchangeTest {

    private static final String ANALYST = Tokens.analyst();
    private static final String ALL = INCIDENTS + "/victims";
    private static final String[] TIMELINES = { "missing", "missing under_rubble identified", "injured died_of_wounds",
            "injured",
            "unidentified_body" };

    private final String system = unique("persons");

    private String row(String incident, String id, String members) {
        return person("identified",
                "\"incident\":\"" + incident + "\",\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\""
                        + id + "\"}]" + (members.isEmpty() ? "" : "," + members));
    }

    private static JsonPath taken(String token, String row) {
        return imported(token, ALL, List.of(row)).get(0);
    }

    private String random(RandomMembers some, String incident, int number) {
        ObjectNode row = some.row(system, number).put("incident", incident);
        ArrayNode timeline = row.putArray("timeline");
        for (String state : some.one(TIMELINES).split(" ")) {
            ObjectNode entry = timeline.addObject().put("state", state);
            if (!some.maybe()) {
                entry.put("source", new java.util.UUID(1, number).toString());
            }
        }
        if (some.maybe()) {
            ((ObjectNode) timeline.get(0)).put("on", some.one("2017", "2017-07", "2017-07-02"));
        }
        some.notes(row, "notes");
        if (some.maybe()) {
            ArrayNode names = row.putArray("names");
            names.addObject().put("language", "ar").put("name", some.text());
            names.addObject().put("language", "ar-Latn").put("name", some.text());
        }
        if (some.maybe()) {
            row.put("sex", "woman").put("pregnant", some.maybe()).put("age", some.random.nextInt(100));
            row.putObject("familyGroup").put("label", some.text()).put("relation", some.text());
        }
        if (some.maybe()) {
            row.put("status", some.one("civilian", "unknown")).put("statusDisputed", some.maybe()).put("cause", "incendiary");
            row.putArray("sources").add(new java.util.UUID(2, number).toString());
        }
        return row.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = { 2, 20261127 })
    void whateverAVictimHoldsAnExportTakesBack(long seed) {
        String organisation = unique("persons");
        RandomMembers some = new RandomMembers(seed);
        List<String> incidents = List.of(create(Tokens.contributor(organisation), body("")).path("id"),
                create(Tokens.contributor(organisation), body("")).path("id"));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(random(some, incidents.get(i % 2), i));
        }
        String own = Tokens.contributor(organisation);
        assertThat(outcomes(imported(own, ALL, rows))).as("seed %d", seed).hasSize(50).containsOnly("created");
        assertThat(outcomes(imported(own, ALL, rows))).hasSize(50).containsOnly("unchanged");
        for (String format : List.of("csv", "ndjson")) {
            for (String token : List.of(own, ANALYST)) {
                for (String incident : incidents) {
                    String exported = export(as(token), ALL, format, "incident", incident);
                    assertThat(outcomes(imported(token, ALL, format, exported))).as("seed %d as %s", seed, format).hasSize(25)
                            .containsOnly("unchanged");
                    assertThat(export(as(token), ALL, format, "incident", incident)).isEqualTo(exported);
                }
            }
        }
        assertEveryMemberHasAColumn(export(as(own), ALL, "csv", "incident", incidents.get(0)),
                export(as(own), ALL, "ndjson", "incident", incidents.get(0)));
        assertThat(export(as(own), ALL, "ndjson").lines().filter(line -> line.contains(system))).hasSize(50);
    }

    @Test
    void namesAreForThoseWhoMayReadThem() {
        String organisation = unique("persons");
        String incident = publicIncident(organisation, body(""));
        String shown = taken(ANALYST, row(incident, "1", named("Testname One"))).getString("id");
        taken(ANALYST, row(incident, "2", named("Testname Two")));
        act(Tokens.publisher(), incident, shown, "publication", "\"1.full\"").then().statusCode(200);
        for (String format : List.of("csv", "ndjson")) {
            for (String reader : List.of(ANALYST, Tokens.publisher(), Tokens.contributor(organisation))) {
                assertThat(export(as(reader), ALL, format, "incident", incident)).contains("Testname One", "Testname Two",
                        system);
            }
            for (String reader : List.of(Tokens.admin(), Tokens.contributor(unique("stranger")),
                    Tokens.of("party", "alliance-t", "speaker"))) {
                assertThat(export(as(reader), ALL, format, "incident", incident)).contains("Testname One")
                        .doesNotContain("Testname Two", system);
            }
            assertThat(export(anonymous(), ALL, format, "incident", incident)).contains("Testname One")
                    .doesNotContain("Testname Two", system);
        }
        String hidden = create(Tokens.contributor(organisation), body("")).path("id");
        taken(ANALYST, row(hidden, "3", named("Testname Three")));
        assertThat(export(anonymous(), ALL, "ndjson")).doesNotContain("Testname Three");
    }

    @Test
    void anExportAsOfAnInstantTellsWhatWasRecordedThenToWhoMayReadItToday() {
        String incident = publicIncident(unique("persons"), body(""));
        String id = taken(ANALYST, row(incident, "1", "\"age\":30," + named("Testname Five"))).getString("id");
        String first = as(ANALYST).get(victims(incident) + "/" + id).path("updatedAt");
        patch(ANALYST, incident, id, "\"1.full\"", "{\"age\":31}").then().statusCode(200);
        String second = as(ANALYST).get(victims(incident) + "/" + id).path("updatedAt");

        assertThat(export(as(ANALYST), ALL, "ndjson", "incident", incident, "asOf", first)).contains("\"age\":30");
        assertThat(export(as(ANALYST), ALL, "csv", "incident", incident, "asOf", second)).contains(",31,");
        assertThat(export(as(ANALYST), ALL, "ndjson", "incident", incident, "asOf", "2001-01-01T00:00:00Z")).isEmpty();
        assertThat(export(anonymous(), ALL, "ndjson", "incident", incident, "asOf", second)).isEmpty();
        String shown = act(Tokens.publisher(), incident, id, "publication", "\"2.full\"").path("updatedAt");
        assertThat(export(anonymous(), ALL, "ndjson", "incident", incident, "asOf", first)).isEmpty();
        assertThat(export(anonymous(), ALL, "ndjson", "incident", incident, "asOf", shown)).contains("Testname Five");
        act(ANALYST, incident, id, "withdrawal", "\"3.full\"").then().statusCode(200);
        assertThat(export(as(ANALYST), ALL, "ndjson", "incident", incident, "asOf", second)).contains("\"age\":31");
        assertThat(export(anonymous(), ALL, "ndjson", "incident", incident, "asOf", shown)).isEmpty();
        assertThat(as(ANALYST).queryParam("asOf", second).queryParam("incident", incident).get(ALL).header("As-Of"))
                .isEqualTo(second);
    }

    @Test
    void aReRunUndoesNoCorrectionAndBringsNobodyBack() {
        String incident = publicIncident(unique("persons"), body(""));
        String first = row(incident, "1", "\"age\":30");
        String id = taken(ANALYST, first).getString("id");
        assertThat(taken(ANALYST, row(incident, "1", "\"age\":31")).getString("result")).isEqualTo("updated");
        patch(ANALYST, incident, id, "\"2.full\"", "{\"age\":32}").then().statusCode(200);
        assertThat(taken(ANALYST, row(incident, "1", "\"age\":31")).getString("result")).isEqualTo("unchanged");
        assertThat(code(taken(ANALYST, row(incident, "1", "\"age\":33")))).isEqualTo("changed_since_import");
        as(ANALYST).get(victims(incident) + "/" + id).then().body("age", equalTo(32));

        act(ANALYST, incident, id, "withdrawal", "\"3.full\"").then().statusCode(200);
        assertThat(taken(ANALYST, row(incident, "1", "\"age\":31")).getString("result")).isEqualTo("unchanged");
        assertThat(code(taken(ANALYST, row(incident, "1", "\"age\":33")))).isEqualTo("changed_since_import");
        as(ANALYST).get(victims(incident)).then().body("items", hasSize(0));
        assertThat(export(as(ANALYST), ALL, "ndjson", "incident", incident)).isEmpty();
        assertThat(export(as(ANALYST), ALL, "ndjson", "incident", incident, "state", "withdrawn").lines()).hasSize(1);
    }

    @Test
    void aRowFollowsItsIncidentIntoAMerge() {
        String merged = publicIncident(unique("persons"), body(""));
        String into = publicIncident(unique("persons"), body(""));
        String code = as(ANALYST).get(INCIDENTS + "/" + merged).path("code");
        String id = taken(ANALYST, row(code, "1", "")).getString("id");
        String exported = export(as(ANALYST), ALL, "csv", "incident", merged);
        merge(merged, into).then().statusCode(200);

        assertThat(taken(ANALYST, row(code, "1", "")).getString("result")).isEqualTo("unchanged");
        assertThat(outcomes(imported(ANALYST, ALL, "csv", exported))).containsExactly("unchanged");
        String second = taken(ANALYST, row(code, "2", "")).getString("id");
        as(ANALYST).get(victims(into)).then().body("items.id", equalTo(List.of(id, second)));
    }

    @Test
    void theFeedTellsEverybodyWhoCameIntoSightAndLeft() {
        String incident = publicIncident(unique("persons"), body(""));
        String id = taken(ANALYST, row(incident, "1", named("Testname Four"))).getString("id");
        assertThat(entries(id)).isEmpty();
        act(Tokens.publisher(), incident, id, "publication", "\"1.full\"").then().statusCode(200);
        assertThat(entries(id)).containsExactly("published");
        String tag = as(ANALYST).get(INCIDENTS + "/" + incident).header("ETag");
        step(Tokens.publisher(), incident, "withholding", tag).then().statusCode(200);
        assertThat(entries(id)).containsExactly("removed");
        as(ANALYST).get(victims(incident) + "/" + id).then().body("version", equalTo(3));
        step(Tokens.publisher(), incident, "publication", "\"5.full\"").then().statusCode(200);
        assertThat(entries(id)).contains("incident_shown");
        assertThat(code(taken(ANALYST, row(incident, "1", "\"age\":5")))).isNull();
    }

    /** What everybody is told of one record, once it has its position. */
    private static List<String> entries(String id) {
        List<String> kinds = new ArrayList<>();
        for (String after = ""; after != null;) {
            var asked = after.isEmpty() ? anonymous() : anonymous().queryParam("after", after);
            JsonPath page = asked.queryParam("limit", 200).get(ALL + "/changes").then().statusCode(200).extract().jsonPath();
            kinds.addAll(page.getList("items.findAll { it.id == '" + id + "' }.kind"));
            after = page.getBoolean("page.more") ? page.getString("page.next") : null;
        }
        return kinds;
    }

    @Test
    void refusesRowsAndPeople() {
        String organisation = unique("persons");
        String incident = publicIncident(organisation, body(""));
        String other = create(Tokens.contributor(unique("other")), body("")).path("id");
        String own = create(Tokens.contributor(organisation), body("")).path("id");
        List<JsonPath> results = imported(Tokens.contributor(organisation), ALL, List.of(row(incident, "1", ""),
                row(other, "2", ""), row("SY-1900-00001", "3", ""), row(own, "4", "\"incident\":\"x\""),
                row(own, "5", "\"age\":200"),
                person("identified", "\"externalIds\":[{\"system\":\"s\",\"id\":\"1\"}]"),
                person("identified", "\"incident\":\"" + own + "\""), row(own, "6", "\"outcome\":\"killed\""),
                row(own, "7", "")));
        assertThat(results.stream().map(result -> code(result))).containsExactly("already_accepted", "incident_unknown",
                "incident_unknown", "duplicate_key", "invalid_value", "missing_field", "external_id_missing", "read_only_field",
                null);
        anonymous().contentType("text/csv").body("sex").post(ALL + "/import").then().spec(problem(401, "unauthenticated"));
        as(Tokens.publisher()).contentType("text/csv").body("sex").post(ALL + "/import").then().spec(problem(403, "forbidden"));
        as(ANALYST).queryParam("format", "geojson").get(ALL).then().spec(problemAt(400, "invalid_parameter", "?format"));
        as(ANALYST).queryParam("incident", "x").get(ALL).then().spec(problemAt(400, "invalid_parameter", "?incident"));
    }
}
