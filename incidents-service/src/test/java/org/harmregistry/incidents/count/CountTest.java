package org.harmregistry.incidents.count;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.publicRow;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;
import org.harmregistry.incidents.victim.VictimApi;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Numbers that rest on a rule or on a reason. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Sources.class, scope = TestResourceScope.GLOBAL)
class CountTest {

    private static final String AUTHOR = Tokens.contributor("counts");
    private static final String HARM = "\"harm\":{\"killed\":{\"civilians\":{\"min\":1,\"max\":2},\"children\":{\"min\":1},"
            + "\"journalists\":{\"min\":1}}}";

    static String incident() {
        return create(AUTHOR, body(HARM)).then().statusCode(201).extract().path("id");
    }

    static void sourcesAnswer(String incident, String reader, String what) {
        String control = ConfigProvider.getConfig().getValue("test.sources.url", String.class) + "/control/" + incident + "/"
                + reader;
        given().body(what).post(control).then().statusCode(200);
    }

    static String citation(UUID id, String stance, String claims) {
        return "{\"id\":\"" + id + "\",\"version\":1,\"source\":\"" + UUID.randomUUID() + "\",\"stance\":\"" + stance
                + "\",\"passage\":\"p. 4\",\"claims\":" + claims + ",\"standing\":{\"canonicalKey\":\"k-" + id
                + "\",\"reliability\":\"B\",\"credibility\":2},\"verification\":\"unverified\"}";
    }

    static String page(String next, String... citations) {
        return "{\"items\":[" + String.join(",", citations) + "],\"page\":{\"size\":" + citations.length
                + (next == null ? "" : ",\"next\":\"" + next + "\"") + "}}";
    }

    static Response derive(String token, String id, String ifMatch) {
        return as(token).contentType("application/json").header("If-Match", ifMatch).body("{\"reason\":\"new report\"}")
                .post(INCIDENTS + "/" + id + "/counts/derivation");
    }

    private static Response set(String token, String id, String ifMatch, String content) {
        return as(token).contentType("application/json").header("If-Match", ifMatch).body(content)
                .post(INCIDENTS + "/" + id + "/counts");
    }

    static Response counts(String token, String id) {
        return as(token).get(INCIDENTS + "/" + id + "/counts");
    }

    @Test
    void saysThatNumbersAreAsRecorded() {
        counts(AUTHOR, incident()).then().statusCode(200).body("basis", equalTo("recorded"))
                .body("killed.civilians.max", equalTo(2)).body("sources", nullValue());
    }

    @Test
    void derivesFromAllPagesOfClaimsAndFromVictims() {
        String id = incident();
        UUID first = new UUID(1, 1);
        UUID second = new UUID(2, 2);
        sourcesAnswer(id, "known", page("page-2", citation(first, "supports",
                "{\"killed\":{\"civilians\":{\"min\":9,\"max\":14},\"words\":\"dozens\"},\"place\":{\"name\":\"x\"}}")));
        sourcesAnswer(id, "page-2", page(null, citation(second, "supports",
                "{\"killed\":{\"people\":{\"min\":20,\"max\":20}},\"injured\":{\"words\":\"dozens\"}}"),
                citation(new UUID(3, 3), "contradicts", "{\"killed\":{\"civilians\":{\"min\":0,\"max\":0}}}")));
        VictimApi.add(AUTHOR, id,
                VictimApi.person("identified", VictimApi.named("Testname One") + ",\"sex\":\"woman\",\"age\":30"));

        Response derived = derive(Tokens.analyst(), id, "\"1.full\"");
        derived.then().statusCode(200).body("basis", equalTo("derived")).body("rule", equalTo("counts-1"))
                .body("sources", equalTo("available")).body("outdated", equalTo(false))
                .body("killed.civilians.min", equalTo(9)).body("killed.civilians.max", equalTo(20))
                .body("killed.women.min", equalTo(1)).body("killed.children.min", equalTo(1))
                .body("killed.journalists.min", equalTo(1)).body("injured.civilians.min", equalTo(24))
                .body("injured.civilians.max", nullValue())
                .body("claims.citation", contains(first.toString(), second.toString(),
                        new UUID(3, 3).toString()))
                .body("claims.killed.verdict", contains("counted", "counted", "not_in_support"))
                .body("claims[1].killed.countedAs.civilians.min", equalTo(20)).body("claimsCounted", equalTo(2))
                .body("victims.killedAtLeast", equalTo(1));
        as(AUTHOR).get(INCIDENTS + "/" + id).then().body("harm.killed.civilians.max", equalTo(20))
                .body("harm.countBasis.kind", equalTo("derived")).body("harm.countBasis.rule", equalTo("counts-1"))
                .body("version", equalTo(2));
        as(AUTHOR).get(INCIDENTS + "/" + id + "/revisions").then().body("items[1].kind", equalTo("counts_derived"))
                .body("items[1].reason", equalTo("new report")).body("items[1].snapshot.harm.killed.civilians.min", equalTo(9))
                .body("items[0].snapshot.harm.killed.civilians.min", equalTo(1));
        sourcesAnswer(id, "known", page(null));
        counts(Tokens.analyst(), id).then().body("outdated", equalTo(true)).body("claims", hasSize(3));
    }

    @Test
    void beginsEachDerivationFromWhatWasRecorded() {
        String id = incident();
        sourcesAnswer(id, "known", page(null, citation(new UUID(1, 1), "supports",
                "{\"killed\":{\"civilians\":{\"min\":5,\"max\":5},\"men\":{\"min\":3,\"max\":3}}}")));
        derive(Tokens.analyst(), id, "*").then().statusCode(200).body("killed.men.min", equalTo(3));
        sourcesAnswer(id, "known", page(null, citation(new UUID(1, 2), "supports",
                "{\"killed\":{\"civilians\":{\"min\":6,\"max\":6}}}")));
        derive(Tokens.analyst(), id, "*").then().statusCode(200).body("killed.civilians.max", equalTo(6))
                .body("killed.men", nullValue()).body("killed.children.min", equalTo(1));
        sourcesAnswer(id, "known", page(null));
        derive(Tokens.analyst(), id, "*").then().spec(problem(409, "nothing_to_derive_from"));
        counts(AUTHOR, id).then().body("killed.civilians.max", equalTo(6));
    }

    @Test
    void showsAReaderTheClaimsThatThatReaderMaySee() {
        String id = publicIncident("counts", body(HARM));
        String shown = citation(new UUID(1, 1), "supports", "{\"killed\":{\"civilians\":{\"min\":5,\"max\":5}}}");
        String withheld = citation(new UUID(2, 2), "supports", "{\"killed\":{\"civilians\":{\"min\":7,\"max\":7}},"
                + "\"victims\":[\"Testname Two\"]}");
        sourcesAnswer(id, "known", page(null, shown, withheld));
        sourcesAnswer(id, "anonymous", page(null, shown));
        derive(Tokens.analyst(), id, "\"4.full\"").then().statusCode(200).body("killed.civilians.max", equalTo(7));

        Response everybody = given().get(INCIDENTS + "/" + id + "/counts");
        everybody.then().statusCode(200).body("killed.civilians.max", equalTo(7)).body("claimsCounted", equalTo(2))
                .body("claims.citation", contains(new UUID(1, 1).toString())).body("sources", equalTo("available"));
        assertThat(everybody.asString()).doesNotContain("analyst-1").doesNotContain("Testname").doesNotContain("killedAtLeast");
        sourcesAnswer(id, "anonymous", "503");
        given().get(INCIDENTS + "/" + id + "/counts").then().statusCode(200).body("sources", equalTo("unavailable"))
                .body("killed.civilians.max", equalTo(7)).body("claims", hasSize(0));
    }

    @Test
    void setsNumbersByHandWithAReason() {
        String id = incident();
        String nine = "{\"killed\":{\"civilians\":{\"min\":9,\"max\":9}},\"reason\":\"the morgue's list\"}";

        set(Tokens.analyst(), id, "\"1.full\"", nine).then().statusCode(200).body("basis", equalTo("set_by_hand"))
                .body("reason", equalTo("the morgue's list")).body("by", equalTo("analyst-1"))
                .body("killed.civilians.min", equalTo(9))
                .body("killed.children", nullValue());
        as(AUTHOR).get(INCIDENTS + "/" + id).then().body("harm.killed.civilians.max", equalTo(9))
                .body("harm.countBasis.kind", equalTo("set_by_hand")).body("version", equalTo(2));
        patch(AUTHOR, id, "\"2.own\"", "{\"harm\":{\"killed\":{\"civilians\":{\"min\":1}}}}").then()
                .spec(problemAt(422, "reasoned_field", "/harm/killed"));
        patch(AUTHOR, id, "\"2.own\"", "{\"harm\":{\"injured\":{\"civilians\":{\"min\":1}}}}").then()
                .spec(problemAt(422, "reasoned_field", "/harm/injured"));
        patch(AUTHOR, id, "\"2.own\"", "{\"title\":\"Another title\"}").then().statusCode(200)
                .body("harm.killed.civilians.min", equalTo(9));
        set(Tokens.analyst(), id, "\"3.full\"", "{\"injured\":{\"civilians\":{\"min\":4}},\"reason\":\"a clinic\"}").then()
                .statusCode(200).body("killed.civilians.min", equalTo(9)).body("injured.civilians.min", equalTo(4));
    }

    @Test
    void isNotUndoneByAnImport() {
        String system = unique("counts-import");
        String row = publicRow(system, "1", "\"occurred\":{\"from\":\"2017-07-02\"}," + HARM);
        String id = importRows(Tokens.publisher(), row).get(0).get("id");
        set(Tokens.analyst(), id, "*", "{\"killed\":{\"civilians\":{\"min\":9}},\"reason\":\"a list\"}").then().statusCode(200);

        assertThat(importRows(Tokens.publisher(), row).get(0).getString("result")).isEqualTo("unchanged");
        var changed = importRows(Tokens.publisher(), row.replace("\"max\":2", "\"max\":3")).get(0);
        assertThat(changed.getString("result")).isEqualTo("refused");
        assertThat(changed.getString("problem.code")).isEqualTo("changed_since_import");
        given().get(INCIDENTS + "/" + id).then().body("harm.killed.civilians.min", equalTo(9));
    }

    @Test
    void refusesInOrder() {
        String id = incident();
        String address = INCIDENTS + "/" + id + "/counts";
        String nine = "{\"killed\":{\"civilians\":{\"min\":9}},\"reason\":\"x\"}";

        given().contentType("application/json").body("{").post(address).then().spec(problem(401, "unauthenticated"));
        set(Tokens.contributor("stranger"), id, "*", "{").then().spec(problem(404, "not_found"));
        set(AUTHOR, id, "*", "{").then().spec(problem(403, "forbidden"));
        derive(AUTHOR, id, "*").then().spec(problem(403, "forbidden"));
        set(Tokens.analyst(), id, "*", "{").then().spec(problem(400, "invalid_json"));
        set(Tokens.analyst(), id, "*", "{\"reason\":\"x\"}").then().spec(problem(400, "count_missing"));
        set(Tokens.analyst(), id, "*", nine.replace("\"x\"", "\" \"")).then().spec(problemAt(400, "missing_field", "/reason"));
        set(Tokens.analyst(), id, "*", nine.replace("9", "9.5")).then()
                .spec(problemAt(400, "wrong_type", "/killed/civilians/min"));
        set(Tokens.analyst(), id, "*", nine.replace("\"min\":9", "\"min\":9,\"max\":8")).then()
                .spec(problemAt(422, "range_inverted", "/killed/civilians/max"));
        as(Tokens.analyst()).contentType("application/json").body(nine).post(address).then()
                .spec(problem(428, "precondition_required"));
        set(Tokens.analyst(), id, "\"7.full\"", nine).then().spec(problem(412, "version_stale"));
        as(Tokens.analyst()).contentType("application/json").header("If-Match", "*").body("{\"rule\":1}")
                .post(address + "/derivation")
                .then().spec(problemAt(400, "unknown_field", "/rule"));
        step(AUTHOR, id, "withdrawal", "\"1.own\"").then().statusCode(200);
        set(Tokens.analyst(), id, "*", nine).then().spec(problem(409, "already_withdrawn"));
        derive(Tokens.analyst(), id, "*").then().spec(problem(409, "already_withdrawn"));
    }

    @Test
    void givesARetryTheFirstAnswer() {
        String id = incident();
        String key = UUID.randomUUID().toString();
        sourcesAnswer(id, "known", page(null, citation(new UUID(1, 1), "supports",
                "{\"killed\":{\"civilians\":{\"min\":5,\"max\":5}}}")));
        for (int i = 0; i < 2; i++) {
            as(Tokens.analyst()).contentType("application/json").header("If-Match", "\"1.full\"").header("Idempotency-Key", key)
                    .post(INCIDENTS + "/" + id + "/counts/derivation").then().statusCode(200)
                    .body("sources", equalTo("available"));
        }
        as(AUTHOR).get(INCIDENTS + "/" + id).then().body("version", equalTo(2));
    }

    @Test
    void publishesItsRuleAndItsCodebook() {
        given().get("/api/v1/vocabularies/vague_numbers").then().statusCode(200).body("version", equalTo("vague-numbers-1"))
                .body("items.find { it.key == 'dozens' }.counts.min", equalTo(24))
                .body("items.find { it.key == 'some' }.counts.min", equalTo(2));
        given().get("/api/v1/vocabularies/count_rules").then().statusCode(200).body("items[0].rule", equalTo("counts-1"))
                .body("items[0].codebook", equalTo("vague-numbers-1")).body("items[0].text", hasSize(9));
    }
}
