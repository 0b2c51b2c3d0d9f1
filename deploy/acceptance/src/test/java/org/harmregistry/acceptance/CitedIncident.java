package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** An incident that sources are cited for with what they claim, as an analyst works on it. */
final class CitedIncident {

    private final String token;
    private final String address;

    /** Records the incident with numbers of its own. */
    CitedIncident(String token, int recordedAtMost) {
        this.token = token;
        String body = "{\"title\":\"Made up for a journey\",\"occurred\":{\"from\":\"2017-07-02\"},"
                + "\"harm\":{\"killed\":{\"civilians\":{\"min\":1,\"max\":" + recordedAtMost + "}}}}";
        this.address = "/api/v1/incidents/"
                + analyst().body(body).post("/api/v1/incidents").then().statusCode(201).extract().path("id");
    }

    private RequestSpecification analyst() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /**
     * Registers a source and cites it.
     *
     * @param reliability the letter by which it was judged
     * @param claims what it claims, as JSON
     */
    void cite(String title, String reliability, String stance, String claims) {
        String source = analyst()
                .body("{\"kind\":\"article\",\"title\":\"" + title + "\",\"reliability\":\"" + reliability + "\"}")
                .post("/api/v1/sources").then().statusCode(201).extract().header("Location");
        analyst().body("{\"incident\":\"" + address.substring(address.lastIndexOf('/') + 1) + "\",\"stance\":\"" + stance
                + "\",\"claims\":" + claims + "}").post(source + "/citations").then().statusCode(201);
    }

    static String killed(int from, int to) {
        return "{\"killed\":{\"civilians\":{\"min\":" + from + ",\"max\":" + to + "}}}";
    }

    ValidatableResponse derive() {
        return analyst().header("If-Match", "*").body("{\"reason\":\"what the sources say\"}")
                .post(address + "/counts/derivation").then();
    }

    ValidatableResponse counts() {
        return analyst().get(address + "/counts").then();
    }

    ValidatableResponse read() {
        return analyst().get(address).then();
    }
}
