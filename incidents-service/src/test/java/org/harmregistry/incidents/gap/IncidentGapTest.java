package org.harmregistry.incidents.gap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.allegation.AllegationApi.act;
import static org.harmregistry.incidents.allegation.AllegationApi.as;
import static org.harmregistry.incidents.allegation.AllegationApi.create;
import static org.harmregistry.incidents.allegation.AllegationApi.publish;
import static org.harmregistry.incidents.allegation.AllegationApi.step;
import static org.harmregistry.incidents.allegation.AllegationApi.walk;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.incidents.incident.IncidentApi;
import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The gap of single incidents, from what parties concede in allegations. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class IncidentGapTest {

    private static String incident(String party, String day, String killed) {
        String id = IncidentApi.publicIncident("gap-org", "{\"title\":\"Strike\",\"occurred\":{\"from\":\"" + day
                + "\"},\"parties\":[{\"party\":\"" + party + "\",\"role\":\"suspected\"}]"
                + (killed.isEmpty() ? "" : ",\"harm\":{\"reported\":true,\"killed\":{\"civilians\":" + killed + "}}") + "}");
        return id;
    }

    private static String credible(String party, String incident, String on, String more) {
        String id = create(party, "2017-07-10", "\"incident\": \"" + incident + "\"").path("id");
        walk(id, "under_assessment@2017-07-11");
        act(id, "transitions", step("credible", on, more)).then().statusCode(201);
        return id;
    }

    private static String conceding(String killed) {
        return "\"conceded\": {\"killed\": " + killed + "}";
    }

    private static RequestSpecification asked(String party) {
        return as(Tokens.analyst()).queryParam("party", party).queryParam("by", "incident");
    }

    private static ValidatableResponse answer(RequestSpecification request) {
        return request.get("/api/v1/gap").then().statusCode(200);
    }

    @Test
    void comparesNumbersAndLeavesWordsWords() {
        String party = Given.party("gap-incidents");
        String both = incident(party, "2017-07-01", "{\"min\":9,\"max\":14}");
        String words = incident(party, "2017-07-02", "{\"min\":3,\"max\":3}");
        String denied = incident(party, "2017-07-03", "{\"min\":5}");
        String unknown = incident(party, "2017-07-04", "");
        String silent = incident(party, "2017-07-05", "{\"min\":2}");
        credible(party, both, "2017-08-01", conceding("{\"civilians\": {\"min\": 1, \"max\": 2}}"));
        credible(party, both, "2017-08-02", conceding("{\"civilians\": {\"min\": 2, \"max\": 2}}"));
        credible(party, words, "2017-08-01", conceding("{\"words\": \"several\"}"));
        String refused = create(party, "2017-07-10", "\"incident\": \"" + denied + "\"").path("id");
        walk(refused, "under_assessment@2017-07-11", "non_credible@2017-07-12");
        credible(party, unknown, "2017-08-01", conceding("{\"civilians\": {\"min\": 4, \"max\": 4}}"));
        credible(party, silent, "2017-08-01", "");

        answer(asked(party)).body("rule", equalTo("gap-incident-1")).body("filter.by", equalTo("incident"))
                .body("rows.incident", contains(both, words, denied, unknown, silent))
                .body("rows[0].documented.max", equalTo(14)).body("rows[0].conceded.min", equalTo(3))
                .body("rows[0].conceded.max", equalTo(4)).body("rows[0].conceded.allegations", hasSize(2))
                .body("rows[0].gap.min", equalTo(9 - 4)).body("rows[0].gap.max", equalTo(14 - 3))
                .body("rows[1].conceded.words", contains("several")).body("rows[1].gap", nullValue())
                .body("rows.gapReason", contains(null, "words_only", "not_conceded", "not_documented", "ends_unknown"));
        answer(asked(party).queryParam("from", "2017-07-02").queryParam("to", "2017-07-03"))
                .body("rows.incident", contains(words, denied));
        answer(asked(party).queryParam("gradings", "fair")).body("rows", hasSize(0));
    }

    @Test
    void followsBothClocks() {
        String party = Given.party("gap-clocks");
        String about = incident(party, "2017-07-01", "{\"min\":9,\"max\":14}");
        String id = credible(party, about, "2017-08-01",
                "\"publishedOn\": \"2017-09-30\", " + conceding("{\"civilians\": {\"min\": 1, \"max\": 1}}"));
        String before = as(Tokens.analyst()).get("/api/v1/allegations/" + id).path("updatedAt");
        act(id, "transitions/3/correction", "{\"reason\": \"report amended\", \"transition\": "
                + step("credible", "2017-08-01", "\"publishedOn\": \"2017-09-30\", "
                        + conceding("{\"civilians\": {\"min\": 6, \"max\": 6}}"))
                + "}").then().statusCode(201);
        walk(id, "reopened@2018-01-01");

        answer(asked(party)).body("rows[0].conceded", nullValue()).body("rows[0].gapReason", equalTo("not_conceded"));
        answer(asked(party).queryParam("knownBy", "2017-12-31")).body("rows[0].conceded.max", equalTo(6))
                .body("rows[0].gap.min", equalTo(3)).body("rows[0].gap.max", equalTo(8));
        answer(asked(party).queryParam("knownBy", "2017-09-29")).body("rows[0].conceded", nullValue());
        answer(asked(party).queryParam("knownBy", "2017-12-31").queryParam("asOf", before))
                .body("rows[0].conceded.max", equalTo(1)).body("asOf", equalTo(before));
    }

    @Test
    void countsOnlyWhatItsReaderMaySeeAndGoesInPages() {
        String party = Given.party("gap-seen");
        String first = incident(party, "2017-07-01", "{\"min\":9,\"max\":9}");
        String second = incident(party, "2017-07-02", "{\"min\":8,\"max\":8}");
        String id = credible(party, first, "2017-08-01", conceding("{\"civilians\": {\"min\": 1, \"max\": 1}}"));

        given().queryParam("party", party).queryParam("by", "incident").get("/api/v1/gap").then()
                .body("rows[0].gapReason", equalTo("not_conceded"));
        publish(id).then().statusCode(200);
        given().queryParam("party", party).queryParam("by", "incident").get("/api/v1/gap").then()
                .body("rows[0].gap.min", equalTo(8));

        List<String> walked = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request = asked(party).queryParam("limit", 1);
            Response page = (next == null ? request : request.queryParam("after", next)).get("/api/v1/gap");
            walked.addAll(page.jsonPath().getList("rows.incident"));
            next = page.jsonPath().getString("page.next");
        } while (next != null && walked.size() < 5);
        assertThat(walked).containsExactly(first, second);
        as(Tokens.analyst()).queryParam("party", party).queryParam("by", "month").queryParam("limit", 1).get("/api/v1/gap")
                .then().spec(problemAt(400, "invalid_parameter", "?limit"));
    }

    @Test
    void setsWhatWasConcededInAMonthBesideThePartysReports() {
        String party = Given.party("gap-months");
        Given.analyst().body("{\"kind\": \"monthly_report\", \"stance\": \"conceded\", \"month\": \"2017-08\","
                + " \"publishedOn\": \"2017-09-01\", \"deathsInMonth\": 5}").post("/api/v1/parties/" + party + "/tallies")
                .then().statusCode(201);
        String about = incident(party, "2017-07-01", "{\"min\":9,\"max\":14}");
        credible(party, about, "2017-08-02", conceding("{\"civilians\": {\"min\": 2, \"max\": 3}}"));
        credible(party, about, "2017-10-02", conceding("{\"words\": \"some\"}"));

        as(Tokens.analyst()).queryParam("party", party).queryParam("by", "month").get("/api/v1/gap").then().statusCode(200)
                .body("rows.key", contains("2017-08", "2017-10")).body("rows[0].conceded.max", equalTo(5))
                .body("rows[0].assessed.min", equalTo(2)).body("rows[0].assessed.max", equalTo(3))
                .body("rows[1].conceded", nullValue()).body("rows[1].assessed.words", contains("some"));
        given().queryParam("party", party).queryParam("by", "month").get("/api/v1/gap").then()
                .body("rows.key", contains("2017-08")).body("rows[0].assessed", nullValue());
    }
}
