package org.harmregistry.incidents.demand;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.kit.testing.Problems.problemAt;

import org.harmregistry.incidents.record.Conventions;
import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DemandResourceTest {

    private static String demand(String addressee, String kind, String state) {
        return "{\"kind\": \"" + kind + "\", \"by\": \"Amnesty International\", \"addressee\": \"" + addressee
                + "\", \"madeOn\": \"2018-07-17\", \"text\": \"Look into it and say what is found.\", \"state\": \"" + state
                + "\"}";
    }

    @Test
    void demandsKeepTheConventions() {
        Given.party("asked");
        new Conventions("/api/v1/demands", "/api/v1/demands/changes", demand("asked", "investigate", "open"),
                demand("asked", "redress", "open"), "version").hold();
    }

    @Test
    void listsByAddresseeKindAndState() {
        Given.party("asked-twice");
        Given.analyst().body(demand("asked-twice", "investigate", "partly_met")).post("/api/v1/demands");
        var redress = Given.analyst().body(demand("asked-twice", "redress", "open")).post("/api/v1/demands");

        given().queryParam("party", "asked-twice").get("/api/v1/demands").then().body("items.size()", equalTo(2));
        given().queryParam("party", "asked-twice").queryParam("state", "partly_met").get("/api/v1/demands")
                .then().body("items.kind", contains("investigate"));
        given().queryParam("party", "asked-twice").queryParam("kind", "redress").get("/api/v1/demands")
                .then().body("items.state", contains("open"));
        given().queryParam("party", "asked-twice").queryParam("knownBy", "2018-07-16").get("/api/v1/demands")
                .then().body("items.size()", equalTo(0));
        Given.patching(Given.analyst(), redress.header("ETag")).body("{\"state\": \"refused\"}")
                .patch(redress.header("Location")).then().statusCode(200).body("state", equalTo("refused"));
        given().queryParam("party", "asked-twice").queryParam("state", "refused").get("/api/v1/demands")
                .then().body("items.kind", contains("redress"));
    }

    @Test
    void refusesWhatCannotBe() {
        Given.party("asked-wrong");
        Given.analyst().body(demand("nobody-known", "redress", "open")).post("/api/v1/demands")
                .then().spec(problemAt(422, "party_unknown", "/addressee"));
        Given.analyst().body(demand("asked-wrong", "revenge", "open")).post("/api/v1/demands")
                .then().spec(problemAt(400, "wrong_type", "/kind"));
        given().queryParam("state", "forgotten").get("/api/v1/demands")
                .then().spec(problemAt(400, "invalid_parameter", "?state"));
    }
}
