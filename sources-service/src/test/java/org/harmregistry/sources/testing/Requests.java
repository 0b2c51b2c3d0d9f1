package org.harmregistry.sources.testing;

import static io.restassured.RestAssured.given;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.harmregistry.kit.testing.Tokens;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests that many tests make. */
public final class Requests {

    public static final String SOURCES = "/api/v1/sources";
    public static final String CITATIONS = "/api/v1/citations";

    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")
                    .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT)
                    .encodeContentTypeAs("application/merge-patch+json", io.restassured.http.ContentType.TEXT)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Requests() {
    }

    public static RequestSpecification as(String token) {
        return given().config(PLAIN).auth().oauth2(token).contentType("application/json");
    }

    /** A source with a title of its own and further members, given as the inside of a JSON object. */
    public static String article(String title, String... members) {
        String more = Arrays.stream(members).map(member -> ", " + member).collect(Collectors.joining());
        return "{\"kind\": \"article\", \"title\": \"" + title + "\"" + more + "}";
    }

    /** Creates a source of org-a. */
    public static Response create(String body) {
        return as(Tokens.contributor("org-a")).body(body).post(SOURCES);
    }

    /** Creates a source and brings it into everybody's sight. */
    public static String createPublic(String body) {
        Response made = as(Tokens.publisher()).body(body).post(SOURCES);
        String address = made.then().statusCode(201).extract().header("Location");
        if (body.contains("\"kind\": \"interview\"")) {
            as(Tokens.analyst()).body("{\"purpose\": \"publish_anonymous\", \"state\": \"given\", \"takenOn\": \"2018-03-01\","
                    + " \"takenHow\": \"written\", \"takenBy\": \"Test staff 1\", \"reason\": \"as told\"}")
                    .post(address + "/consent").then().statusCode(201);
        }
        step(address, "acceptance", Tokens.analyst()).then().statusCode(200);
        step(address, "publication", Tokens.publisher()).then().statusCode(200);
        return address;
    }

    /** Takes a step in a source's life at its present version. */
    public static Response step(String address, String step, String token) {
        String tag = as(token).get(address).header("ETag");
        return as(token).header("If-Match", tag).body("{\"reason\": \"checked by hand\"}").post(address + "/" + step);
    }

    public static Response patch(String address, String token, String tag, String body) {
        return as(token).contentType("application/merge-patch+json").header("If-Match", tag).body(body).patch(address);
    }

    public static Response importRows(String collection, String token, String mode, String... rows) {
        return as(token).contentType("application/x-ndjson").queryParam("mode", mode).body(String.join("\n", rows))
                .post(collection + "/import");
    }

    /** The lines of an import's answer. */
    public static List<JsonPath> results(Response answer) {
        return answer.then().statusCode(200).extract().asString().lines().map(JsonPath::from).toList();
    }

    public static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A word that no other test uses. */
    public static String unique() {
        return UUID.randomUUID().toString();
    }
}
