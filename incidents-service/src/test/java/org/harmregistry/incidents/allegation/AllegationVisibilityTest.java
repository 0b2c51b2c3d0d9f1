package org.harmregistry.incidents.allegation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.allegation.AllegationApi.ALLEGATIONS;
import static org.harmregistry.incidents.allegation.AllegationApi.act;
import static org.harmregistry.incidents.allegation.AllegationApi.as;
import static org.harmregistry.incidents.allegation.AllegationApi.asParty;
import static org.harmregistry.incidents.allegation.AllegationApi.create;
import static org.harmregistry.incidents.allegation.AllegationApi.publish;
import static org.harmregistry.incidents.allegation.AllegationApi.step;
import static org.harmregistry.incidents.allegation.AllegationApi.walk;
import static org.harmregistry.incidents.allegation.AllegationApi.withhold;
import static org.harmregistry.kit.testing.Problems.problem;
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

/** Who sees which allegations, and what of them. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AllegationVisibilityTest {

    private static final String SECRET = "\"channel\": \"direct_by_person\", \"channelDetail\": \"A name\", \"notes\": \"Ours\","
            + " \"place\": {\"point\": {\"lat\": 36.3456, \"lon\": 43.1234}, \"mgrs\": \"38SLF12345678\"}";

    @Test
    void withholdsByDefaultAndShowsByAReasonedAct() {
        String party = Given.party("seen-act");
        String id = create(party, "2017-07-01", SECRET).path("id");
        String address = ALLEGATIONS + "/" + id;

        given().get(address).then().spec(problem(404, "not_found"));
        as(Tokens.contributor("org-a")).get(address).then().spec(problem(404, "not_found"));
        given().get(address + "/transitions").then().spec(problem(404, "not_found"));
        assertThat(seenByEverybody(party)).isEmpty();
        act(id, "publication", "{\"reason\": \"x\"}").then().spec(problem(403, "forbidden"));
        as(Tokens.publisher()).contentType("application/json").header("If-Match", "\"1.full\"").body("{}")
                .post(address + "/publication").then().spec(problemAt(400, "missing_field", "/reason"));

        publish(id).then().statusCode(200).body("publication", equalTo("public"));
        publish(id).then().spec(problem(409, "already_public"));
        given().get(address).then().statusCode(200).header("ETag", equalTo("\"1.public\"")).body("version", equalTo(1))
                .body("notes", nullValue()).body("channelDetail", nullValue()).body("organisation", nullValue())
                .body("place.mgrs", nullValue()).body("place.point.lat", equalTo(36.345f))
                .body("place.point.lon", equalTo(43.125f));
        assertThat(seenByEverybody(party)).containsExactly(id);
        given().get(address + "/revisions").then().spec(problem(401, "unauthenticated"));
        as(Tokens.contributor("org-a")).get(address + "/revisions").then().spec(problem(403, "forbidden"));

        withhold(id).then().statusCode(200);
        withhold(id).then().spec(problem(409, "already_withheld"));
        given().get(address).then().spec(problem(404, "not_found"));
        assertThat(seenByEverybody(party)).isEmpty();
    }

    private static List<String> seenByEverybody(String party) {
        return given().queryParam("party", party).get(ALLEGATIONS).then().statusCode(200).extract().path("items.id");
    }

    @Test
    void countsForEverybodyOnlyWhatEverybodySees() {
        String id = create(Given.party("seen-versions"), "2017-07-01", SECRET).path("id");
        publish(id).then().statusCode(200);
        String address = ALLEGATIONS + "/" + id;

        Given.patching(Given.analyst(), "\"2.full\"").body("{\"notes\": \"Other\"}").patch(address).then().statusCode(200);
        given().get(address).then().header("ETag", equalTo("\"1.public\""));
        Given.patching(Given.analyst(), "\"3.full\"").body("{\"place\": {\"point\": {\"lat\": 36.3449}}}").patch(address)
                .then().statusCode(200);
        given().get(address).then().header("ETag", equalTo("\"1.public\""));
        Given.patching(Given.analyst(), "\"4.full\"").body("{\"claim\": \"Said\"}").patch(address).then().statusCode(200);
        given().get(address).then().header("ETag", equalTo("\"2.public\""));
        walk(id, "under_assessment@2017-07-02");
        given().get(address).then().header("ETag", equalTo("\"3.public\"")).body("state", equalTo("under_assessment"));
    }

    @Test
    void showsAPartyWhatWasMadeToItAndNothingElse() {
        String party = Given.party("seen-party");
        String own = create(party, "2017-07-01", SECRET).path("id");
        String foreign = create(Given.party("seen-other-party"), "2017-07-01", "").path("id");
        act(own, "transitions", step("under_assessment", "2017-07-02", "\"note\": \"Ours\", \"partyPlace\":"
                + " {\"point\": {\"lat\": 36.3456, \"lon\": 43.1234}}")).then().statusCode(201);

        asParty(party).get(ALLEGATIONS).then().statusCode(200).body("items.id", hasItem(own)).body("items.id",
                not(hasItem(foreign)));
        asParty(party).get(ALLEGATIONS + "/" + own).then().statusCode(200).header("ETag", equalTo("\"2.party\""))
                .body("notes", nullValue()).body("channelDetail", nullValue()).body("place.mgrs", equalTo("38SLF12345678"));
        asParty(party).get(ALLEGATIONS + "/" + own + "/transitions").then().statusCode(200).body("items[1].note", nullValue())
                .body("items[1].partyPlace.point.lat", equalTo(36.3456f)).body("items[1].recordedBy", nullValue());
        asParty(party).get(ALLEGATIONS + "/" + foreign).then().spec(problem(404, "not_found"));
        asParty(party).contentType("application/merge-patch+json").header("If-Match", "\"2.party\"").body("{")
                .patch(ALLEGATIONS + "/" + own).then().spec(problem(403, "forbidden"));
        asParty(party).get(ALLEGATIONS + "/" + own + "/revisions").then().spec(problem(403, "forbidden"));
        as(Tokens.contributor(party)).get(ALLEGATIONS + "/" + own).then().spec(problem(404, "not_found"));
        Given.patching(Given.analyst(), "\"2.full\"").body("{\"notes\": \"Other\"}").patch(ALLEGATIONS + "/" + own)
                .then().statusCode(200);
        asParty(party).get(ALLEGATIONS + "/" + own).then().header("ETag", equalTo("\"2.party\""));
    }

    @Test
    void showsAnAllegationOnlyWhileItsIncidentIsPublicToo() {
        String party = Given.party("seen-incident");
        String incident = IncidentApi.create(Tokens.analyst(), IncidentApi.body("")).path("id");
        String id = create(party, "2017-07-01", "\"incident\": \"" + incident + "\"").path("id");
        publish(id).then().statusCode(200);
        String address = ALLEGATIONS + "/" + id;

        given().get(address).then().spec(problem(404, "not_found"));
        asParty(party).get(address).then().statusCode(200).body("incident", nullValue());
        assertThat(asParty(party).queryParam("incident", incident).get(ALLEGATIONS).<List<String>> path("items.id")).isEmpty();

        String tag = IncidentApi.step(Tokens.analyst(), incident, "submission", "\"1.full\"").header("ETag");
        tag = IncidentApi.step(Tokens.analyst(), incident, "acceptance", tag).header("ETag");
        tag = IncidentApi.step(Tokens.publisher(), incident, "publication", tag).header("ETag");
        given().get(address).then().statusCode(200).body("incident", equalTo(incident));
        asParty(party).get(address).then().body("incident", equalTo(incident));
        String shownAt = as(Tokens.analyst()).get("/api/v1/incidents/" + incident).path("updatedAt");
        given().queryParam("incident", incident).get(ALLEGATIONS).then().body("items.id", contains(id));
        assertThat(feed(false)).contains(id);

        IncidentApi.step(Tokens.publisher(), incident, "withholding", tag).then().statusCode(200);
        given().get(address).then().spec(problem(404, "not_found"));
        given().queryParam("asOf", shownAt).get(address).then().spec(problem(404, "not_found"));
        given().queryParam("party", party).queryParam("asOf", shownAt).get(ALLEGATIONS).then().body("items.size()", equalTo(0));
        assertThat(feed(false)).doesNotContain(id);
        assertThat(feed(true)).contains(id);
    }

    /** The ids of everybody's feed, or of its tombstones. */
    private static List<String> feed(boolean tombstone) {
        List<String> ids = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            var request = given().queryParam("limit", 200);
            var page = (after == null ? request : request.queryParam("after", after)).get(ALLEGATIONS + "/changes").then()
                    .statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("items.findAll { it.tombstone == " + tombstone + " }.id"));
            after = page.getString("page.next");
            more = page.getBoolean("page.more");
        }
        return ids;
    }

    @Test
    void filtersIncidentsByHowThePartyAssessesThem() {
        String party = Given.party("seen-assessed");
        String incident = IncidentApi.publicIncident("seen-assessed-org", IncidentApi.body("\"parties\":[{\"party\":\"" + party
                + "\",\"role\":\"suspected\"}]"));
        String id = create(party, "2017-07-01", "\"incident\": \"" + incident + "\"").path("id");
        walk(id, "under_assessment@2017-07-02", "non_credible@2017-07-03");

        assessed(Tokens.analyst(), party, "non_credible").body("items.id", contains(incident));
        assessed(Tokens.analyst(), party, "credible,duplicate").body("items.size()", equalTo(0));
        assessed(Tokens.contributor("org-b"), party, "non_credible").body("items.size()", equalTo(0));
        publish(id).then().statusCode(200);
        assessed(Tokens.contributor("org-b"), party, "non_credible").body("items.id", contains(incident));
    }

    private static io.restassured.response.ValidatableResponse assessed(String token, String party, String assessment) {
        return as(token).queryParam("party", party).queryParam("assessment", assessment).get("/api/v1/incidents").then()
                .statusCode(200);
    }
}
