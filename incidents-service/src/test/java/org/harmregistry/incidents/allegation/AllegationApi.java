package org.harmregistry.incidents.allegation;

import static io.restassured.RestAssured.given;

import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.Tokens;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls the API as its clients do, for the tests of allegations. */
public final class AllegationApi {

    public static final String ALLEGATIONS = "/api/v1/allegations";

    private AllegationApi() {
    }

    /** The smallest body that is taken, with more members behind. */
    public static String body(String party, String receivedOn, String members) {
        return "{\"party\": \"" + party + "\", \"receivedOn\": \"" + receivedOn + "\""
                + (members.isEmpty() ? "" : ", " + members)
                + "}";
    }

    public static Response create(String party, String receivedOn, String members) {
        Response created = Given.analyst().body(body(party, receivedOn, members)).post(ALLEGATIONS);
        created.then().statusCode(201);
        return created;
    }

    /** A transition with more members behind. */
    public static String step(String to, String on, String members) {
        return "{\"to\": \"" + to + "\", \"on\": \"" + on + "\"" + (members.isEmpty() ? "" : ", " + members) + "}";
    }

    /** Posts below an allegation, in the version that is current. */
    public static Response act(String id, String act, String body) {
        return act(Given.analyst(), Tokens.analyst(), id, act, body);
    }

    public static Response publish(String id) {
        return act(asPublisher(), Tokens.publisher(), id, "publication", "{\"reason\": \"as agreed\"}");
    }

    public static Response withhold(String id) {
        return act(asPublisher(), Tokens.publisher(), id, "withholding", "{\"reason\": \"on request\"}");
    }

    private static Response act(RequestSpecification by, String token, String id, String act, String body) {
        return by.header("If-Match", tag(token, id)).body(body).post(ALLEGATIONS + "/" + id + "/" + act);
    }

    private static RequestSpecification asPublisher() {
        return as(Tokens.publisher()).contentType("application/json");
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static RequestSpecification asParty(String party) {
        return as(Tokens.of("party", party, "speaker-of-" + party));
    }

    public static String tag(String token, String id) {
        return as(token).get(ALLEGATIONS + "/" + id).header("ETag");
    }

    /** Takes an allegation through steps of the form state@date, which must all be taken. */
    public static void walk(String id, String... steps) {
        for (String step : steps) {
            String[] parts = step.split("@");
            act(id, "transitions", step(parts[0], parts[1], "")).then().statusCode(201);
        }
    }
}
