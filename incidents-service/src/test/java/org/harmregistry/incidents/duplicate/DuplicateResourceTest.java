package org.harmregistry.incidents.duplicate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.incidents.lineage.LineageApi.merge;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DuplicateResourceTest {

    private static final String OWN = Tokens.contributor("dup-a");

    private static String record(String organisation, String members) {
        return create(Tokens.contributor(organisation), members).then().statusCode(201).extract().path("id");
    }

    private static String strike(String title, String day, double lat, double lon, String more) {
        return "{\"title\":\"" + title + "\",\"occurred\":{\"from\":\"" + day
                + "\",\"localTime\":{\"kind\":\"window\",\"from\":"
                + "\"18:00\",\"to\":\"20:00\"}},\"place\":{\"country\":\"SY\",\"point\":{\"lat\":" + lat + ",\"lon\":" + lon
                + "},\"accuracy\":\"street\"}" + more + "}";
    }

    private static Response duplicates(String token, String id, String... parameters) {
        var call = as(token);
        for (int i = 0; i < parameters.length; i += 2) {
            call.queryParam(parameters[i], parameters[i + 1]);
        }
        return call.get(INCIDENTS + "/" + id + "/duplicates");
    }

    private static Response dismiss(String token, String id, String other, String body) {
        return as(token).contentType("application/json").body(body)
                .post(INCIDENTS + "/" + id + "/duplicates/" + other + "/dismissal");
    }

    @Test
    void namesCandidatesWithReasonsAndTheRule() {
        String one = record("dup-a", strike("Market hit in Badu", "1991-03-01", 35.95, 39.01, ""));
        String near = record("dup-a", strike("Badu market hit", "1991-03-01", 35.951079, 39.01, ""));
        String later = record("dup-a", strike("Bakery hit", "1991-03-02", 35.97, 39.03, ""));
        String far = record("dup-a", strike("Market hit in Badu", "1991-03-01", 33.5, 36.3, ""));

        Response found = duplicates(OWN, one);

        found.then().statusCode(200).body("items[0].incident.id", equalTo(near))
                .body("items[0].incident.title", equalTo("Badu market hit"))
                .body("items[0].incident.code", startsWith("SY-1991-"))
                .body("items[0].explanation", startsWith("120 m apart, same evening, "))
                .body("items[0].score", greaterThan(0.9f)).body("items[0].parts.kind", hasItem("distance"))
                .body("items.incident.id", not(hasItem(later))).body("items.incident.id", not(hasItem(far)))
                .body("rule.name", equalTo("duplicate-candidates-1"))
                .body("rule.text", containsString("one point doubles the odds"))
                .body("compared", equalTo(2)).body("complete", equalTo(true));
        assertThat(duplicates(OWN, near).<String> path("items[0].incident.id")).isEqualTo(one);
    }

    @Test
    void comparesWhatTheCallerMaySeeOnly() {
        String own = record("dup-a", strike("Own", "1991-04-01", 35.955, 39.015, ""));
        String hidden = record("dup-b", strike("Hidden", "1991-04-01", 35.955, 39.015, ""));
        String shown = publicIncident("dup-b", strike("Shown", "1991-04-01", 35.9501, 39.0101, ""));

        duplicates(OWN, own).then().statusCode(200).body("items.incident.id", contains(shown))
                .body("items[0].explanation", containsString("0 m apart (known to 1.1 km)"));
        // Who may see both points knows that they are 700 m apart.
        duplicates(Tokens.analyst(), own).then().statusCode(200).body("items.incident.id", contains(hidden));
    }

    /** Goal C7: wherever one's own record is put, nothing about another's changes while the other stays in its cell. */
    @Test
    void tellsNothingOfAPointWithinItsCell() {
        String south = publicIncident("dup-b", strike("South", "1991-05-01", 35.9101, 39.0101, ""));
        String north = publicIncident("dup-c", strike("North", "1991-05-01", 35.9199, 39.0199, ""));
        for (double lat : new double[] { 35.8001, 35.9, 35.915, 35.93, 36.02, 36.05 }) {
            String probe = record("dup-a", strike("Probe", "1991-05-01", lat, 39.0, ""));

            Response found = duplicates(OWN, probe);

            List<Object> ofSouth = found.path("items.findAll { it.incident.id == '" + south + "' }.parts");
            List<Object> ofNorth = found.path("items.findAll { it.incident.id == '" + north + "' }.parts");
            assertThat(distance(ofSouth)).isEqualTo(distance(ofNorth));
            step(OWN, probe, "withdrawal", "\"1.own\"").then().statusCode(200);
        }
    }

    private static String distance(List<Object> parts) {
        return parts.isEmpty() ? "none" : String.valueOf(((List<?>) parts.get(0)).get(0));
    }

    @Test
    void findsByNameOfThePlaceAndByExternalIdsOfOthers() {
        String one = record("dup-a",
                "{\"title\":\"One\",\"occurred\":{\"from\":\"1991-06-01\"},\"place\":{\"name\":\"Ar Raqqah\"},"
                        + "\"externalIds\":[{\"system\":\"dup-set\",\"id\":\"77\"}]}");
        String named = record("dup-a",
                "{\"title\":\"Named\",\"occurred\":{\"from\":\"1991-06-01\"},\"place\":{\"name\":\"Ar Raqqah\"}}");
        String other = publicIncident("dup-b", "{\"title\":\"Other\",\"occurred\":{\"from\":\"1993-01-01\"},"
                + "\"externalIds\":[{\"system\":\"dup-set\",\"id\":\"77\"}]}");

        duplicates(Tokens.analyst(), one).then().statusCode(200)
                .body("items.incident.id", containsInAnyOrder(other, named))
                .body("items.find { it.incident.id == '" + other + "' }.explanation", equalTo("same id in dup-set"));
    }

    @Test
    void remembersWhatWasDismissed() {
        String one = record("dup-a", strike("One", "1991-07-01", 35.95, 39.01, ""));
        String other = record("dup-a", strike("Other", "1991-07-01", 35.95, 39.01, ""));

        dismiss(Tokens.analyst(), one, other, "{\"reason\":\"two houses\"}").then().statusCode(201)
                .body("reason", equalTo("two houses")).body("dismissedBy", equalTo("analyst-1")).body("incidents", hasSize(2));

        duplicates(OWN, one).then().body("items", empty());
        duplicates(OWN, other).then().body("items", empty());
        duplicates(OWN, other, "dismissed", "true").then().body("items.incident.id", contains(one))
                .body("items[0].dismissal.reason", equalTo("two houses"));
        dismiss(Tokens.analyst(), other, one, "{\"reason\":\"again\"}").then().spec(problem(409, "already_dismissed"));
        merge(one, publicIncident("dup-a", body(""))).then().statusCode(200);
        duplicates(OWN, other, "dismissed", "true").then().body("items", empty());
    }

    @Test
    void refusesInTheUsualOrder() {
        String one = record("dup-a", strike("One", "1991-08-01", 35.95, 39.01, ""));
        String other = record("dup-a", strike("Other", "1991-08-01", 35.95, 39.01, ""));
        String shown = publicIncident("dup-b", body(""));

        given().get(INCIDENTS + "/" + shown + "/duplicates").then().spec(problem(401, "unauthenticated"));
        duplicates(Tokens.contributor("dup-z"), one).then().spec(problem(404, "not_found"));
        duplicates(OWN, "nothing").then().spec(problem(404, "not_found"));
        duplicates(OWN, shown).then().spec(problem(403, "forbidden"));
        duplicates(OWN, one, "limit", "0").then().spec(problemAt(400, "limit_out_of_range", "?limit"));
        duplicates(OWN, one, "dismissed", "no").then().spec(problemAt(400, "invalid_parameter", "?dismissed"));
        duplicates(OWN, one, "score", "1").then().spec(problemAt(400, "unknown_parameter", "?score"));
        dismiss(OWN, one, other, "{").then().spec(problem(403, "forbidden"));
        dismiss(Tokens.contributor("dup-z"), one, other, "{").then().spec(problem(404, "not_found"));
        dismiss(Tokens.analyst(), one, UUID.randomUUID().toString(), "{").then().spec(problem(404, "not_found"));
        dismiss(Tokens.analyst(), one, other, "{}").then().spec(problemAt(400, "missing_field", "/reason"));
        dismiss(Tokens.analyst(), one, one, "{\"reason\":\"r\"}").then().spec(problem(422, "same_record"));
    }

    @Test
    void comparesBoundedlyManyAndSaysSo() {
        String[] rows = IntStream.range(0, 320).mapToObj(i -> "{\"externalIds\":[{\"system\":\"dup-many\",\"id\":\"" + i
                + "\"}],\"title\":\"Event " + i
                + "\",\"occurred\":{\"from\":\"1991-09-01\"},\"place\":{\"country\":\"SY\",\"point\":"
                + "{\"lat\":35.5,\"lon\":38.5},\"accuracy\":\"street\"}}").toArray(String[]::new);
        String id = importRows(OWN, rows).get(0).getString("id");

        duplicates(OWN, id, "limit", "7").then().statusCode(200).body("compared", equalTo(300))
                .body("complete", equalTo(false)).body("page.size", lessThanOrEqualTo(7));
        String bare = record("dup-a", strike("Event 4", "1991-09-01", 35.5, 38.5, ""));
        duplicates(OWN, bare, "limit", "7").then().statusCode(200).body("items", hasSize(7)).body("page.size", equalTo(7))
                .body("page.next", nullValue());
    }
}
