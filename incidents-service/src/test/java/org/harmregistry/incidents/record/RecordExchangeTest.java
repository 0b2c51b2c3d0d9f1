package org.harmregistry.incidents.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.incidents.exchange.ExchangeApi.assertEveryMemberHasAColumn;
import static org.harmregistry.incidents.exchange.ExchangeApi.code;
import static org.harmregistry.incidents.exchange.ExchangeApi.export;
import static org.harmregistry.incidents.exchange.ExchangeApi.imported;
import static org.harmregistry.incidents.exchange.ExchangeApi.outcomes;
import static org.harmregistry.incidents.incident.IncidentApi.anonymous;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
import io.restassured.response.Response;

/** Every kind of record about parties out and in again. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RecordExchangeTest {

    private static final String ANALYST = Tokens.analyst();
    private static final String API = "/api/v1";
    private static final Set<String> BELOW_PARTY = Set.of("statements", "tallies", "denominators");

    private final String system = unique("records");
    private String party;

    @BeforeEach
    void makeParty() {
        party = Given.party(unique("records"));
    }

    /** Where all of a kind is imported; the list of those of one party lies below its slug. */
    private static String all(String kind) {
        return BELOW_PARTY.contains(kind) ? API + "/parties/" + kind : API + "/" + kind;
    }

    private String list(String kind) {
        return BELOW_PARTY.contains(kind) ? API + "/parties/" + party + "/" + kind : API + "/" + kind;
    }

    private String[] ofParty(String kind, String... more) {
        List<String> filter = new ArrayList<>(List.of(more));
        if (!BELOW_PARTY.contains(kind)) {
            filter.addAll(List.of("party", party));
        }
        return filter.toArray(String[]::new);
    }

    private String exported(String kind, String format, String... more) {
        return export(as(ANALYST), list(kind), format, ofParty(kind, more));
    }

    private List<String> rows(String kind, long seed, int count) {
        RandomRecords random = new RandomRecords(seed, party, publicIncident(unique("records"), body("")));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(random.row(kind, system, i));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = { "statements", "tallies", "denominators", "demands", "commitments", "redress" })
    void whateverARecordHoldsAnExportTakesBack(String kind) {
        List<String> rows = rows(kind, 20261127, 60);
        List<JsonPath> made = imported(ANALYST, all(kind), rows);
        assertThat(outcomes(made)).as(kind).hasSize(60).containsOnly("created");
        assertThat(outcomes(imported(ANALYST, all(kind), rows))).as(kind).hasSize(60).containsOnly("unchanged");
        for (String format : List.of("csv", "ndjson")) {
            String exported = exported(kind, format);
            assertThat(outcomes(imported(ANALYST, all(kind), format, exported))).as("%s as %s", kind, format).hasSize(60)
                    .containsOnly("unchanged");
            assertThat(exported(kind, format)).isEqualTo(exported);
        }
        String before = exported(kind, "ndjson");
        assertThat(export(as(ANALYST), all(kind), "ndjson").lines()).containsAll(before.lines().toList());
        String now = as(ANALYST).get(one(kind, made.get(59))).path("updatedAt");
        assertThat(outcomes(imported(ANALYST, all(kind), List.of(new RandomRecords(5, party, null).row(kind, system, 99)))))
                .containsExactly("created");
        assertThat(exported(kind, "ndjson")).isNotEqualTo(before);
        assertThat(exported(kind, "ndjson", "asOf", now)).as(kind).isEqualTo(before);
        assertEveryMemberHasAColumn(exported(kind, "csv"), before);
    }

    private String one(String kind, JsonPath result) {
        return list(kind) + "/" + result.getString("id");
    }

    @ParameterizedTest
    @ValueSource(strings = { "statements", "tallies", "denominators", "demands", "commitments", "redress" })
    void aLaterRunUndoesNoCorrection(String kind) {
        String row = rows(kind, 7, 1).get(0);
        JsonPath made = imported(ANALYST, all(kind), List.of(row)).get(0);
        String address = one(kind, made);
        String source = row.replaceFirst("\\{", "{\"source\":{\"kind\":\"first run\"},").replaceAll(",\"source\":\\{[^}]*\\}",
                "");
        JsonPath corrected = imported(ANALYST, all(kind), List.of(source)).get(0);
        assertThat(corrected.getString("result")).isEqualTo("updated");

        Response seen = as(ANALYST).get(address);
        Given.patching(as(ANALYST), seen.header("ETag")).body("{\"source\":{\"kind\":\"an analyst\"}}").patch(address).then()
                .statusCode(200);
        assertThat(outcomes(imported(ANALYST, all(kind), List.of(source)))).containsExactly("unchanged");
        JsonPath refused = imported(ANALYST, all(kind), List.of(source.replace("first run", "second run"))).get(0);
        assertThat(code(refused)).isEqualTo("changed_since_import");
        assertThat(List.of(refused.getInt("version"), refused.getInt("importedVersion"))).containsExactly(3, 2);
        as(ANALYST).get(address).then().body("source.kind", equalTo("an analyst"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "statements", "tallies", "denominators", "demands", "commitments", "redress" })
    void refusesRowsAndPeople(String kind) {
        String row = rows(kind, 9, 1).get(0);
        List<JsonPath> results = imported(ANALYST, all(kind), List.of("[]", row.replace(party, "nobody-at-all"),
                row.replaceFirst("\\{", "{\"colour\":1,"), row.replaceFirst("\\{", "{\"version\":1,"),
                row.replaceFirst("\"externalIds\":\\[[^]]*\\],", ""), row));
        assertThat(results.stream().map(result -> code(result))).containsExactly("wrong_type", "party_unknown", "unknown_field",
                "read_only_field", "external_id_missing", null);
        as(Tokens.contributor("org-a")).contentType("text/csv").body("party").post(all(kind) + "/import").then()
                .spec(problem(403, "forbidden"));
        as(ANALYST).queryParam("format", "geojson").get(list(kind)).then().spec(problemAt(400, "invalid_parameter", "?format"));
        as(ANALYST).queryParam("format", "csv").queryParam("after", "x").get(list(kind)).then()
                .spec(problemAt(400, "invalid_parameter", "?after"));
    }

    @Test
    void redressForAHiddenIncidentIsInNoStrangersExport() {
        String hidden = create(Tokens.contributor(unique("hidden")), body("")).path("id");
        String row = "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"%s\"}],\"party\":\"" + party
                + "\",\"kind\":\"apology\"%s}";
        imported(ANALYST, all("redress"),
                List.of(row.formatted("1", ",\"incident\":\"" + hidden + "\""), row.formatted("2", "")));
        assertThat(exported("redress", "ndjson").lines()).hasSize(2);
        for (String format : List.of("csv", "ndjson")) {
            String everybodys = export(anonymous(), API + "/redress", format, "party", party);
            assertThat(everybodys.lines()).hasSize(format.equals("csv") ? 3 : 1);
            assertThat(everybodys).doesNotContain(hidden);
        }
    }

    @Test
    void commitmentsAreExportedInTheStateThatFollows() {
        String row = "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"1\"}],\"party\":\"" + party
                + "\",\"text\":\"a report by June\",\"madeOn\":\"2018-01-01\",\"dueOn\":\"2018-06-30\","
                + "\"expected\":{\"kind\":\"monthly_report\",\"month\":\"2018-05\"}}";
        imported(ANALYST, all("commitments"), List.of(row));
        assertThat(JsonPath.from(exported("commitments", "ndjson")).getString("state")).isEqualTo("broken");
        assertThat(exported("commitments", "ndjson", "state", "kept")).isEmpty();
        assertThat(JsonPath.from(exported("commitments", "ndjson", "state", "pending", "knownBy", "2018-02-01"))
                .getString("state")).isEqualTo("pending");
    }
}
