package org.harmregistry.incidents.record;

import static io.restassured.RestAssured.given;

import org.harmregistry.kit.testing.Tokens;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests as people with certain rights send them. */
public final class Given {

    private Given() {
    }

    public static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.admin()).contentType("application/json");
    }

    public static RequestSpecification analyst() {
        return given().auth().oauth2(Tokens.analyst()).contentType("application/json");
    }

    public static RequestSpecification contributor() {
        return given().auth().oauth2(Tokens.contributor("org-a")).contentType("application/json");
    }

    public static RequestSpecification patching(RequestSpecification by, String etag) {
        return by.contentType("application/merge-patch+json").header("If-Match", etag);
    }

    /** Creates a party of its own for one test. */
    public static String party(String slug) {
        Response answer = admin().header("If-None-Match", "*").body("{\"name\": \"" + slug + "\", \"kind\": \"coalition\"}")
                .put("/api/v1/parties/" + slug);
        answer.then().statusCode(201);
        return slug;
    }
}
