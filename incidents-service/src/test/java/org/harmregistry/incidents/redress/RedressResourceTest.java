package org.harmregistry.incidents.redress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.incidents.allegation.AllegationApi.as;
import static org.harmregistry.incidents.allegation.AllegationApi.create;
import static org.harmregistry.incidents.allegation.AllegationApi.publish;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.incident.IncidentApi;
import org.harmregistry.incidents.record.Conventions;
import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RedressResourceTest {

    private static final String REDRESS = "/api/v1/redress";

    private static String redress(String party, String members) {
        return "{\"party\": \"" + party + "\", \"kind\": \"ex_gratia_payment\"" + (members.isEmpty() ? "" : ", " + members)
                + "}";
    }

    private static Response made(String party, String members) {
        Response made = Given.analyst().body(redress(party, members)).post(REDRESS);
        made.then().statusCode(201);
        return made;
    }

    @Test
    void redressKeepsTheConventions() {
        Given.party("redressing");
        new Conventions(REDRESS, REDRESS + "/changes", redress("redressing", "\"offeredOn\": \"2019-05-01\""),
                redress("redressing", "\"offeredOn\": \"2019-06-01\""), "version").hold();
    }

    @Test
    void keepsSumsAndCountsAndListsByWhatItIsFor() {
        String party = Given.party("redress-kept");
        String incident = IncidentApi.publicIncident("redress-org", IncidentApi.body(""));
        String allegation = create(party, "2017-07-01", "\"incident\": \"" + incident + "\"").path("id");
        String paid = made(party, "\"incident\": \"" + incident + "\", \"allegation\": \"" + allegation
                + "\", \"lossType\": \"death\", \"state\": \"paid\", \"offeredOn\": \"2019-05-01\", \"paidOn\": \"2019-06-01\","
                + " \"amount\": {\"value\": 2500.50, \"currency\": \"USD\"}, \"beneficiaries\": {\"people\": 4, \"families\": 1}")
                .path("id");
        made(party, "\"lossType\": \"injury\"");

        as(Tokens.analyst()).get(REDRESS + "/" + paid).then().statusCode(200).body("amount.value", equalTo(2500.5f))
                .body("amount.currency", equalTo("USD")).body("beneficiaries.people", equalTo(4))
                .body("state", equalTo("paid"));
        assertThat(ids("incident", incident)).containsExactly(paid);
        assertThat(ids("allegation", allegation)).containsExactly(paid);
        assertThat(ids("party", party, "lossType", "death")).containsExactly(paid);
        assertThat(ids("party", party, "state", "lodged")).hasSize(1).doesNotContain(paid);
        assertThat(ids("party", party, "knownBy", "2019-04-30")).isEmpty();
        assertThat(ids("party", party, "knownBy", "2019-05-01")).containsExactly(paid);
        as(Tokens.analyst()).queryParam("incident", "x").get(REDRESS)
                .then().spec(problemAt(400, "invalid_parameter", "?incident"));
    }

    private static List<String> ids(String... parameters) {
        var request = as(Tokens.analyst());
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(REDRESS).then().statusCode(200).extract().path("items.id");
    }

    @Test
    void isSeenByWhoeverMaySeeWhatItIsFor() {
        String party = Given.party("redress-seen");
        String withheld = IncidentApi.create(Tokens.analyst(), IncidentApi.body("")).path("id");
        String allegation = create(party, "2017-07-01", "").path("id");
        String forIncident = made(party, "\"incident\": \"" + withheld + "\"").path("id");
        String forAllegation = made(party, "\"allegation\": \"" + allegation + "\"").path("id");
        String forNeither = made(party, "").path("id");

        assertThat(seen(party)).containsExactly(forNeither);
        given().get(REDRESS + "/" + forIncident).then().spec(problem(404, "not_found"));
        given().get(REDRESS + "/" + forAllegation).then().spec(problem(404, "not_found"));
        Given.patching(Given.contributor(), "\"1.public\"").body("{").patch(REDRESS + "/" + forIncident)
                .then().spec(problem(404, "not_found"));
        as(Tokens.of("party", party, "speaker")).get(REDRESS + "/" + forAllegation).then().statusCode(200);
        as(Tokens.analyst()).get(REDRESS + "/" + forIncident).then().statusCode(200);
        publish(allegation).then().statusCode(200);
        assertThat(seen(party)).containsExactlyInAnyOrder(forAllegation, forNeither);
        given().queryParam("asOf", "2026-01-01T00:00:00Z").get(REDRESS + "/" + forIncident)
                .then().spec(problem(404, "not_found"));
    }

    private static List<String> seen(String party) {
        return given().queryParam("party", party).get(REDRESS).then().statusCode(200).extract().path("items.id");
    }

    @Test
    void refusesWhatCannotBe() {
        String party = Given.party("redress-wrong");
        String foreign = create(Given.party("redress-other"), "2017-07-01", "").path("id");
        String own = create(party, "2017-07-01", "").path("id");
        String incident = IncidentApi.create(Tokens.analyst(), IncidentApi.body("")).path("id");
        refused("nobody-known", "", 422, "party_unknown", "/party");
        refused(party, "\"incident\": \"" + UUID.randomUUID() + "\"", 422, "incident_unknown", "/incident");
        refused(party, "\"allegation\": \"" + UUID.randomUUID() + "\"", 422, "allegation_unknown", "/allegation");
        refused(party, "\"allegation\": \"" + foreign + "\"", 422, "allegation_of_other_party", "/allegation");
        refused(party, "\"allegation\": \"" + own + "\", \"incident\": \"" + incident + "\"", 422,
                "allegation_of_other_incident", "/allegation");
        refused(party, "\"state\": \"paid\", \"offeredOn\": \"2019-05-02\", \"paidOn\": \"2019-05-01\"", 422, "range_inverted",
                "/paidOn");
        refused(party, "\"paidOn\": \"2019-05-01\"", 422, "not_paid", "/paidOn");
        refused(party, "\"offeredOn\": \"2019-02-29\"", 400, "invalid_date", "/offeredOn");
        refused(party, "\"lossType\": \"honour\"", 400, "wrong_type", "/lossType");
        refused(party, "\"state\": \"forgotten\"", 400, "wrong_type", "/state");
        refused(party, "\"amount\": {\"value\": -1, \"currency\": \"USD\"}", 400, "invalid_value", "/amount/value");
        refused(party, "\"amount\": {\"value\": 0.00001, \"currency\": \"USD\"}", 400, "invalid_value", "/amount/value");
        refused(party, "\"amount\": {\"value\": 1e13, \"currency\": \"USD\"}", 400, "invalid_value", "/amount/value");
        refused(party, "\"amount\": {\"value\": \"1\", \"currency\": \"USD\"}", 400, "wrong_type", "/amount/value");
        refused(party, "\"amount\": {\"value\": 1, \"currency\": \"US$\"}", 400, "invalid_value", "/amount/currency");
        refused(party, "\"amount\": {\"currency\": \"USD\"}", 400, "missing_field", "/amount/value");
        refused(party, "\"beneficiaries\": {\"people\": 1.5}", 400, "wrong_type", "/beneficiaries/people");
        refused(party, "\"beneficiaries\": {\"names\": []}", 400, "unknown_field", "/beneficiaries/names");
        given().queryParam("kind", "bribe").get(REDRESS).then().spec(problemAt(400, "invalid_parameter", "?kind"));
        assertThat(seen(party)).isEmpty();
    }

    private static void refused(String party, String members, int status, String code, String pointer) {
        Given.analyst().body(redress(party, members)).post(REDRESS).then().spec(problemAt(status, code, pointer));
    }
}
