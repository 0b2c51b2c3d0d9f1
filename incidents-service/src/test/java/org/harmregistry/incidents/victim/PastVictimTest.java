package org.harmregistry.incidents.victim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.victim.VictimApi.act;
import static org.harmregistry.incidents.victim.VictimApi.add;
import static org.harmregistry.incidents.victim.VictimApi.named;
import static org.harmregistry.incidents.victim.VictimApi.patch;
import static org.harmregistry.incidents.victim.VictimApi.person;
import static org.harmregistry.incidents.victim.VictimApi.victims;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.time.Instant;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** What the registry knew of people, rulings and numbers at an instant, with today's rights. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PastVictimTest {

    private static RequestSpecification analyst(String asOf) {
        return as(Tokens.analyst()).queryParam("asOf", asOf);
    }

    @Test
    void showsPeopleAsTheyWereKnown() {
        String incident = publicIncident("past-victims", body(""));
        String nobodyYet = Instant.now().toString();
        String id = add(Tokens.analyst(), incident, person("injured", "\"age\":40")).path("id");
        String injured = as(Tokens.analyst()).get(victims(incident) + "/" + id).path("updatedAt");
        patch(Tokens.analyst(), incident, id, "\"1.full\"",
                "{\"timeline\":[{\"state\":\"injured\"},{\"state\":\"died_of_wounds\"}]}")
                .then().statusCode(200);
        act(Tokens.analyst(), incident, id, "withdrawal", "\"2.full\"").then().statusCode(200);

        analyst(injured).get(victims(incident) + "/" + id).then().statusCode(200).body("outcome", equalTo("injured"))
                .body("version", equalTo(1)).body("state", equalTo("recorded")).body("asOf", equalTo(injured));
        analyst(injured).get(victims(incident)).then().body("items.id", contains(id)).body("asOf", equalTo(injured));
        analyst(injured).get(victims(incident) + "/counts").then().body("byOutcome.injured", equalTo(1))
                .body("byOutcome.killed", nullValue());
        as(Tokens.analyst()).get(victims(incident) + "/counts").then().body("byOutcome.injured", nullValue());
        analyst(nobodyYet).get(victims(incident)).then().statusCode(200).body("items", hasSize(0));
        analyst(nobodyYet).get(victims(incident) + "/" + id).then().spec(problem(404, "not_found"));
        analyst("2001-01-01T00:00:00Z").get(victims(incident)).then().spec(problem(404, "not_found"));
        analyst("yesterday").get(victims(incident)).then().spec(problemAt(400, "invalid_parameter", "?asOf"));
    }

    @Test
    void showsNoNameThatIsWithheldToday() {
        String incident = publicIncident("past-victims", body(""));
        String id = add(Tokens.analyst(), incident, person("identified", named("Testname Three"))).path("id");
        String published = act(Tokens.publisher(), incident, id, "publication", "\"1.full\"").path("updatedAt");
        String one = victims(incident) + "/" + id;

        given().queryParam("asOf", published).get(one).then().statusCode(200).body("names[0].name", equalTo("Testname Three"))
                .body("version", equalTo(1));
        act(Tokens.publisher(), incident, id, "withholding", "\"2.full\"").then().statusCode(200);
        given().queryParam("asOf", published).get(one).then().spec(problem(404, "not_found"));
        given().queryParam("asOf", published).get(victims(incident)).then().body("items", hasSize(0));
        analyst(published).get(one).then().statusCode(200).body("namePublic", equalTo(true));
    }

    @Test
    void showsRulingsAndNumbersAsTheyWere() {
        String incident = publicIncident("past-victims", body("\"harm\":{\"killed\":{\"civilians\":{\"min\":1}}}"));
        String grading = "{\"grading\":\"fair\",\"standardOfProof\":\"reasonable_grounds\",\"reason\":\"x\"}";
        String address = INCIDENTS + "/" + incident;
        String proposed = as(Tokens.analyst()).contentType("application/json").body(grading).post(address + "/gradings")
                .path("proposedAt");
        as(Tokens.of("analyst", "registry", "analyst-2")).contentType("application/json").header("If-Match", "*").body("{}")
                .post(address + "/gradings/1/confirmation").then().statusCode(200);
        String set = as(Tokens.analyst()).contentType("application/json").header("If-Match", "*")
                .body("{\"killed\":{\"civilians\":{\"min\":7}},\"reason\":\"x\"}").post(address + "/counts").path("at");

        analyst(proposed).get(address + "/gradings").then().body("items.state", contains("proposed")).body("asOf",
                equalTo(proposed));
        given().queryParam("asOf", proposed).get(address + "/gradings").then().body("items", hasSize(0));
        as(Tokens.analyst()).get(address + "/gradings").then().body("items.state", contains("confirmed"));
        analyst(proposed).get(address + "/counts").then().body("basis", equalTo("recorded"))
                .body("killed.civilians.min", equalTo(1));
        analyst(set).get(address + "/counts").then().body("basis", equalTo("set_by_hand")).body("killed.civilians.min",
                equalTo(7));
    }
}
