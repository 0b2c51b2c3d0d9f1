package org.harmregistry.incidents.lineage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.lineage.LineageApi.merge;
import static org.harmregistry.incidents.lineage.LineageApi.shown;
import static org.harmregistry.incidents.victim.VictimApi.add;
import static org.harmregistry.incidents.victim.VictimApi.named;
import static org.harmregistry.incidents.victim.VictimApi.person;
import static org.harmregistry.incidents.victim.VictimApi.victims;

import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * What belongs to a merged record belongs to its successor: nothing is lost, and nobody is counted twice. All people are
 * invented.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class FollowersTest {

    private static final String ANALYST = Tokens.analyst();

    private static String victim(String incident, String members) {
        return add(ANALYST, incident, person("identified", members)).then().statusCode(201).extract().path("id");
    }

    private static String registered(String name, String id) {
        return named(name) + ",\"externalIds\":[{\"system\":\"list-t\",\"id\":\"" + id + "\"}]";
    }

    @Test
    void victimsFollowButNobodyTwice() {
        String one = shown("followers");
        String other = shown("followers");
        String known = victim(other, registered("Ahmad Khalil", "7"));
        String sameName = victim(one, named("Ahmed Khaleel"));
        String sameId = victim(one, registered("Abu Ahmad", "7"));
        String unnamed = victim(one, "\"sex\":\"woman\"");
        String another = victim(one, registered("Sara Jaber", "8"));

        String before = as(ANALYST).get(victims(one) + "/" + another).path("recordedAt");

        merge(one, other).then().statusCode(200);

        as(ANALYST).queryParam("asOf", before).get(victims(other)).then().statusCode(200).body("items.id", contains(known));
        as(ANALYST).queryParam("asOf", before).get(victims(one)).then().statusCode(200).body("items.id", hasItem(another));
        as(ANALYST).get(victims(other)).then().statusCode(200).body("items.id", containsInAnyOrder(known, another));
        as(ANALYST).get(victims(one)).then().statusCode(200).body("items.id", containsInAnyOrder(sameName, sameId, unnamed));
        as(ANALYST).get(victims(other) + "/" + another + "/revisions").then().statusCode(200)
                .body("items.kind", contains("created", "moved")).body("items[1].reason", equalTo("same strike"));
        add(ANALYST, other, person("identified", registered("Somebody Else", "8"))).then().statusCode(409);
        add(ANALYST, one, person("identified", named("Too Late"))).then().statusCode(409);
    }

    @Test
    void allVictimsFollowWhereTheSuccessorHasNone() {
        String one = shown("followers");
        String other = shown("followers");
        String first = victim(one, named("Ahmad Khalil"));
        String second = victim(one, "\"sex\":\"woman\"");

        merge(one, other).then().statusCode(200);

        as(ANALYST).get(victims(other)).then().body("items.id", containsInAnyOrder(first, second));
        as(ANALYST).get(victims(one)).then().body("items", hasSize(0));
    }

    @Test
    void allegationsAndRedressFollow() {
        String party = Given.party("followers-party");
        String one = shown("followers");
        String other = shown("followers");
        String id = Given.analyst()
                .body("{\"party\":\"" + party + "\",\"receivedOn\":\"2017-08-01\",\"incident\":\"" + one + "\"}")
                .post("/api/v1/allegations").then().statusCode(201).extract().path("id");

        String paid = Given.analyst().body("{\"party\":\"" + party + "\",\"incident\":\"" + one + "\",\"allegation\":\"" + id
                + "\",\"kind\":\"solatia\"}").post("/api/v1/redress").then().statusCode(201).extract().path("id");

        merge(one, other).then().statusCode(200);

        as(ANALYST).get("/api/v1/redress/" + paid).then().statusCode(200).body("incident", equalTo(other))
                .body("version", equalTo(2));
        given().get("/api/v1/redress/" + paid).then().statusCode(404);
        as(ANALYST).get("/api/v1/allegations/" + id).then().statusCode(200).body("incident", equalTo(other))
                .body("version", equalTo(2));
        as(ANALYST).get("/api/v1/allegations/" + id + "/revisions").then().statusCode(200)
                .body("items.kind", contains("created", "moved")).body("items[1].reason", equalTo("same strike"));
    }

    @Test
    void duplicatesNameVictimsToThoseOnlyWhoMayReadThem() {
        String place = "\"place\":{\"point\":{\"lat\":34.5,\"lon\":40.5},\"accuracy\":\"street\"}";
        String body = "{\"title\":\"Strike\",\"occurred\":{\"from\":\"1992-02-02\"}," + place + "}";
        String one = publicIncident("followers", body);
        String other = publicIncident("others-t", body);
        for (String name : new String[] { "Ahmad Khalil", "Fatima Khalil", "Omar Khalil", "Nour Haddad" }) {
            victim(one, named(name));
        }
        for (String name : new String[] { "Ahmed Khalil", "Fatma Khalil", "Omar Khaleel", "Ali Jaber" }) {
            victim(other, named(name));
        }
        String duplicates = INCIDENTS + "/" + one + "/duplicates";

        as(ANALYST).get(duplicates).then().statusCode(200)
                .body("items.find { it.incident.id == '" + other + "' }.explanation", containsString("3 of 4 victims"));
        as(Tokens.contributor("followers")).get(duplicates).then().statusCode(200)
                .body("items.find { it.incident.id == '" + other + "' }.explanation", not(containsString("victims")));
        given().get(victims(other)).then().statusCode(200).body("items", hasSize(0));
    }
}
