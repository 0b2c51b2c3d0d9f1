package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.harmregistry.kit.testing.Tokens;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls the API as its clients do, for the tests of incidents. */
public final class IncidentApi {

    public static final String INCIDENTS = "/api/v1/incidents";
    public static final String MERGE_PATCH = "application/merge-patch+json";
    public static final String NDJSON = "application/x-ndjson";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static boolean partiesMade;

    private IncidentApi() {
    }

    /** A name that no other test uses. */
    public static String unique(String prefix) {
        return prefix + "-" + NEXT.incrementAndGet();
    }

    /** A call without a token that can send NDJSON. */
    public static RequestSpecification anonymous() {
        return given().config(RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT)
                        .defaultCharsetForContentType("UTF-8", NDJSON)));
    }

    public static RequestSpecification as(String token) {
        makeParties();
        return anonymous().auth().oauth2(token);
    }

    /** The parties that the bodies of these tests name. */
    private static synchronized void makeParties() {
        if (!partiesMade) {
            for (String slug : List.of("alliance-t", "militia-t")) {
                given().auth().oauth2(Tokens.admin()).contentType("application/json").header("If-None-Match", "*")
                        .body("{\"name\":\"" + slug + "\",\"kind\":\"coalition\"}").put("/api/v1/parties/" + slug)
                        .then().statusCode(anyOf(is(201), is(412)));
            }
            partiesMade = true;
        }
    }

    /** The smallest body that is taken, with more members behind. */
    public static String body(String members) {
        return "{\"title\":\"Strike on a market\",\"occurred\":{\"from\":\"2017-07-02\"}"
                + (members.isEmpty() ? "" : "," + members) + "}";
    }

    public static Response create(String token, String body) {
        return as(token).contentType("application/json").body(body).post(INCIDENTS);
    }

    public static Response patch(String token, String id, String tag, String patch) {
        return as(token).contentType(MERGE_PATCH).header("If-Match", tag).body(patch).patch(INCIDENTS + "/" + id);
    }

    public static Response step(String token, String id, String step, String tag) {
        return as(token).contentType("application/json").header("If-Match", tag).body("{\"reason\":\"as agreed\"}")
                .post(INCIDENTS + "/" + id + "/" + step);
    }

    /** An accepted, public record of an organisation; its id. */
    public static String publicIncident(String organisation, String body) {
        Response created = create(Tokens.contributor(organisation), body);
        created.then().statusCode(201);
        String id = created.path("id");
        step(Tokens.contributor(organisation), id, "submission", "\"1.own\"").then().statusCode(200);
        step(Tokens.analyst(), id, "acceptance", "\"2.full\"").then().statusCode(200);
        step(Tokens.publisher(), id, "publication", "\"3.full\"").then().statusCode(200);
        return id;
    }

    public static List<JsonPath> importRows(String token, String... rows) {
        return results(as(token).contentType(NDJSON).body(String.join("\n", rows) + "\n").post(INCIDENTS + "/import"));
    }

    public static List<JsonPath> results(Response response) {
        response.then().statusCode(200).contentType(NDJSON);
        return Arrays.stream(response.asString().split("\n")).filter(line -> !line.isBlank()).map(JsonPath::from)
                .collect(Collectors.toList());
    }

    /** A row as a publisher imports it from a data set: accepted and public. */
    public static String publicRow(String system, String id, String members) {
        return "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"" + id + "\"}],\"title\":\"Event " + id
                + "\",\"status\":\"accepted\",\"publication\":\"public\"," + members + "}";
    }
}
