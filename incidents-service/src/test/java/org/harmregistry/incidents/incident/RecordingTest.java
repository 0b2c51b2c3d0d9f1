package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.Set;
import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RecordingTest {

    private static final String WHOLE = """
            {"externalIds":[{"system":"recording-test","id":"1"}],
             "title":"Strike on a market","summary":"Two rockets hit the market at noon.",
             "texts":[{"language":"ar","title":"غارة على سوق"}],
             "occurred":{"from":"2017-07-02","to":"2017-07-03","precision":"span",
                         "localTime":{"kind":"window","from":"18:00","to":"20:00","zone":"Asia/Damascus"}},
             "place":{"name":"Raqqa","names":[{"language":"ar","name":"الرقة"}],"country":"SY","admin1":"SY11","admin2":"SY1101",
                      "point":{"lat":35.9512,"lon":39.0148},"accuracy":"neighbourhood_area","provider":"ucdp","mgrs":"37SEV1234567890"},
             "strike":{"status":"likely_strike","types":["airstrike"],"count":{"min":1,"max":3},"munitions":["MK-84"],"targets":[]},
             "parties":[{"party":"alliance-t","role":"suspected","rule":"headline-names-coalition-1"},{"party":"militia-t","role":"belligerent"}],
             "harm":{"reported":true,"killed":{"civilians":{"min":9,"max":14},"children":{"min":2}},
                     "injured":{"civilians":{"min":20}},
                     "totalsAsPublished":{"scheme":"ucdp-ged","low":8,"best":9,"high":14}},
             "infrastructure":["market"],"impacts":["food"]}
            """;

    @Test
    void givesBackWhatWasRecorded() {
        Response created = create(Tokens.contributor("recording-a"), WHOLE);

        created.then().statusCode(201)
                .header("ETag", "\"1.own\"")
                .header("Location", "/api/v1/incidents/" + created.path("id"))
                .body("code", matchesPattern("SY-2017-\\d{5}"))
                .body("status", equalTo("draft"))
                .body("publication", equalTo("withheld"))
                .body("organisation", equalTo("recording-a"))
                .body("version", equalTo(1));
        as(Tokens.contributor("recording-a")).get(INCIDENTS + "/" + created.path("id")).then().statusCode(200)
                .header("ETag", "\"1.own\"")
                .header("Vary", containsString("Authorization"))
                .body("occurred.localTime.zone", equalTo("Asia/Damascus"))
                .body("occurred.precision", equalTo("span"))
                .body("texts[0].title", equalTo("غارة على سوق"))
                .body("place.point.lat", equalTo(35.9512f))
                .body("place.mgrs", equalTo("37SEV1234567890"))
                .body("strike.count.max", equalTo(3))
                .body("parties", hasSize(2))
                .body("harm.killed.civilians.min", equalTo(9))
                .body("harm.killed.children.max", nullValue())
                .body("harm.grading", nullValue())
                .body("dataQuality", hasSize(0))
                .body("impacts", equalTo(java.util.List.of("food")));
    }

    @Test
    void findsARecordByItsCode() {
        Response created = create(Tokens.contributor("recording-a"), body(""));

        as(Tokens.contributor("recording-a")).get(INCIDENTS + "/" + created.path("code")).then().statusCode(200)
                .body("id", equalTo(created.path("id")));
    }

    @Test
    void countsCodesWithinCountryAndYear() {
        String unknown = create(Tokens.analyst(), "{\"title\":\"a\",\"occurred\":{\"from\":\"1998-05-01\"}}").path("code");
        String second = create(Tokens.analyst(), "{\"title\":\"b\",\"occurred\":{\"from\":\"1998-05-02\"}}").path("code");

        assertThat(unknown).isEqualTo("XX-1998-00001");
        assertThat(second).isEqualTo("XX-1998-00002");
    }

    @Test
    void hidesADraftFromOthers() {
        String id = create(Tokens.contributor("recording-a"), body("")).path("id");

        given().get(INCIDENTS + "/" + id).then().spec(problem(404, "not_found"));
        as(Tokens.contributor("recording-b")).get(INCIDENTS + "/" + id).then().spec(problem(404, "not_found"));
        as(Tokens.analyst()).get(INCIDENTS + "/" + id).then().statusCode(200).header("ETag", "\"1.full\"");
    }

    @Test
    void showsEverybodyTheCellAndNotThePoint() {
        String id = publicIncident("recording-a", WHOLE.replace("\"id\":\"1\"", "\"id\":\"2\""));

        given().get(INCIDENTS + "/" + id).then().statusCode(200)
                .header("ETag", "\"1.public\"")
                .body("place.point.lat", equalTo(35.955f))
                .body("place.point.lon", equalTo(39.015f))
                .body("place.mgrs", nullValue())
                .body("version", equalTo(1));
        as(Tokens.contributor("recording-b")).get(INCIDENTS + "/" + id).then().body("place.point.lat", equalTo(35.955f));
        as(Tokens.contributor("recording-a")).get(INCIDENTS + "/" + id).then()
                .header("ETag", "\"4.own\"").body("place.point.lat", equalTo(35.9512f));
    }

    @Test
    void answersHeadAndConditionalReads() {
        String id = publicIncident("recording-a", body(""));

        given().head(INCIDENTS + "/" + id).then().statusCode(200).header("ETag", "\"1.public\"");
        given().header("If-None-Match", "\"1.public\"").get(INCIDENTS + "/" + id).then().statusCode(304)
                .header("ETag", "\"1.public\"");
        given().header("If-None-Match", "\"1.own\"").get(INCIDENTS + "/" + id).then().statusCode(200);
    }

    @Test
    void answersNotFoundForWhatIsNoIdOrCode() {
        given().get(INCIDENTS + "/" + UUID.randomUUID()).then().spec(problem(404, "not_found"));
        given().get(INCIDENTS + "/SY-2017-99999").then().spec(problem(404, "not_found"));
        given().get(INCIDENTS + "/nothing-like-it").then().spec(problem(404, "not_found"));
    }

    @Test
    void takesAnIdOfTheClientsOwnOnce() {
        String id = UUID.randomUUID().toString();
        String token = Tokens.contributor("recording-a");
        String content = body("\"summary\":\"first\"");

        put(token, id, content).then().statusCode(201).header("ETag", "\"1.own\"").body("id", equalTo(id));
        put(token, id, "{\"summary\":\"first\", \"occurred\":{\"from\":\"2017-07-02\"},\"title\":\"Strike on a market\"}")
                .then().spec(problem(412, "already_created")).header("ETag", "\"1.own\"")
                .header("Location", "/api/v1/incidents/" + id);
        put(token, id, body("\"summary\":\"second\"")).then().spec(problem(412, "id_taken"));
        put(Tokens.contributor("recording-b"), id, content).then().spec(problem(409, "id_not_available"));
        put(Tokens.analyst(), id, content).then().spec(problem(412, "id_taken"));
    }

    @Test
    void asksForTheConditionOfAPut() {
        as(Tokens.contributor("recording-a")).contentType("application/json").body(body(""))
                .put(INCIDENTS + "/" + UUID.randomUUID()).then()
                .spec(problemAt(428, "precondition_required", "#If-None-Match"));
        put(Tokens.contributor("recording-a"), "17", body("")).then().spec(problemAt(400, "invalid_value", "/id"));
    }

    private static Response put(String token, String id, String content) {
        return as(token).contentType("application/json").header("If-None-Match", "*").body(content).put(INCIDENTS + "/" + id);
    }

    @Test
    void remarksTotalsOutOfOrderAndKeepsThem() {
        create(Tokens.contributor("recording-a"),
                body("\"harm\":{\"totalsAsPublished\":{\"scheme\":\"ucdp-ged\",\"low\":9,\"best\":8,\"high\":8}}"))
                .then().statusCode(201)
                .body("harm.totalsAsPublished.low", equalTo(9))
                .body("dataQuality[0].code", equalTo("totals_low_above_high"))
                .body("dataQuality[0].pointer", equalTo("/harm/totalsAsPublished"));
    }

    @Test
    void remarksWhatHardlyFitsTogether() {
        create(Tokens.contributor("recording-a"),
                "{\"title\":\"x\",\"occurred\":{\"from\":\"2017-07-02\",\"to\":\"2017-07-04\","
                        + "\"precision\":\"day\"},\"harm\":{\"killed\":{\"civilians\":{\"min\":1,\"max\":3},\"children\":{\"min\":4},"
                        + "\"women\":{\"min\":3}},\"injured\":{\"civilians\":{\"min\":1},\"children\":{\"min\":4}}}}")
                .then().statusCode(201)
                .body("dataQuality.code", contains("precision_finer_than_days", "group_above_civilians"))
                .body("dataQuality.pointer", contains("/occurred/precision", "/harm/killed/children"));
    }

    @Test
    void letsOnlyThoseRecordWhoMay() {
        given().contentType("application/json").body(body("")).post(INCIDENTS).then().spec(problem(401, "unauthenticated"));
        create("not-a-token", body("")).then().spec(problem(401, "unauthenticated"));
        create(Tokens.expired(), body("")).then().spec(problem(401, "unauthenticated"));
        create(Tokens.ofOtherAudience(), body("")).then().spec(problem(401, "unauthenticated"));
        create(Tokens.publisher(), body("")).then().spec(problem(403, "forbidden"));
        create(withoutOrganisation(), body("")).then().spec(problem(403, "forbidden"));
    }

    private static String withoutOrganisation() {
        return Jwt.issuer("https://issuer.test").audience("harm-registry").subject("nobodys").upn("nobodys")
                .claim("roles", Set.of("contributor")).expiresIn(60).sign();
    }
}
