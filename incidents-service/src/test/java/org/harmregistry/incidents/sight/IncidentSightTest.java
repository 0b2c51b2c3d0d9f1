package org.harmregistry.incidents.sight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.lineage.LineageApi.merge;
import static org.harmregistry.kit.testing.Problems.problem;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A service of the registry is told for whom an incident is there, and has no other right than that. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class IncidentSightTest {

    private static final String SERVICE = Tokens.of("service", "sources-service", "service-1");

    private static String sight(String id) {
        return INCIDENTS + "/" + id + "/sight";
    }

    @Test
    void tellsForWhomAnIncidentIsThereAndNothingElse() {
        String shown = publicIncident("sight", body(""));
        String hidden = create(Tokens.contributor("sight"), body("")).path("id");
        String merged = publicIncident("sight", body(""));
        merge(merged, shown).then().statusCode(200);

        as(SERVICE).get(sight(shown)).then().statusCode(200).header("Cache-Control", "no-store").body("everybody",
                equalTo(true));
        Map<String, Object> told = as(SERVICE).get(sight(hidden)).then().statusCode(200).extract().path("");
        assertThat(told).containsOnly(Map.entry("id", hidden), Map.entry("organisation", "sight"),
                Map.entry("everybody", false));
        as(SERVICE).get(sight(merged)).then().statusCode(200).body("successor", equalTo(shown));
        as(SERVICE).get(sight(shown)).then().body("successor", nullValue());
        as(SERVICE).get(sight(UUID.randomUUID().toString())).then().spec(problem(404, "not_found"));
        as(SERVICE).get(sight("SY-2017-00001")).then().spec(problem(404, "not_found"));
    }

    @Test
    void isForServicesAndForWhoReadsEverything() {
        String shown = publicIncident("sight", body(""));
        given().get(sight(shown)).then().spec(problem(401, "unauthenticated"));
        for (String token : List.of(Tokens.contributor("sight"), Tokens.of("custodian", "sight", "c"),
                Tokens.of("party", "alliance-t", "p"))) {
            as(token).get(sight(shown)).then().spec(problem(403, "forbidden"));
        }
        as(Tokens.analyst()).get(sight(shown)).then().statusCode(200);
    }

    @Test
    void givesNoSightOfRecordsAndNoRightToWrite() {
        String hidden = create(Tokens.contributor("sight"), body("")).path("id");
        for (String path : List.of("", "/victims", "/gradings", "/revisions", "/counts", "/duplicates")) {
            assertThat(as(SERVICE).get(INCIDENTS + "/" + hidden + path).statusCode()).as(path).isIn(403, 404);
        }
        create(SERVICE, body("")).then().spec(problem(403, "forbidden"));
        as(SERVICE).contentType("application/merge-patch+json").header("If-Match", "\"1.full\"").body("{}")
                .patch(INCIDENTS + "/" + hidden).then().spec(problem(404, "not_found"));
    }
}
