package org.harmregistry.sources.witness;

import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.unique;

import org.harmregistry.kit.testing.Tokens;

import io.restassured.response.Response;

/** Interviews, the test people behind them, and what custodians do with their identities. */
final class Witnesses {

    static final String OWN = Tokens.contributor("org-a");
    static final String FIRST = custodian("custodian-1");
    static final String SECOND = custodian("custodian-2");

    private Witnesses() {
    }

    static String custodian(String subject) {
        return Tokens.of("custodian", "registry", subject);
    }

    /** The address of a new interview of org-a. */
    static String interview() {
        return create("{\"kind\": \"interview\", \"title\": \"Interview " + unique() + "\"}").then().statusCode(201)
                .extract().header("Location");
    }

    static String person(String name) {
        return "{\"names\": [{\"language\": \"en\", \"name\": \"" + name + "\"}], \"notes\": \"A synthetic person for tests\"}";
    }

    static Response put(String source, String token, String person) {
        return as(token).header("If-None-Match", "*").body(person).put(source + "/identity");
    }

    /** An interview with an identity. */
    static String interviewOf(String name) {
        String source = interview();
        put(source, OWN, person(name)).then().statusCode(201);
        return source;
    }

    static Response post(String address, String token, String reason) {
        return as(token).body("{\"reason\": \"" + reason + "\"}").post(address);
    }

    /** The address of an opening that custodian-1 asked for and custodian-2 consented to. */
    static String opened(String source) {
        String opening = post(source + "/identity/openings", FIRST, "a court asks").then().statusCode(201).extract()
                .header("Location");
        post(opening + "/consent", SECOND, "seen the request").then().statusCode(200);
        return opening;
    }

    static Response read(String opening, String token) {
        return as(token).get(opening + "/identity");
    }

    static void shred(String source) {
        String shredding = post(source + "/identity/shredding", FIRST, "the person asks").then().statusCode(201).extract()
                .header("Location");
        post(shredding + "/consent", SECOND, "agreed").then().statusCode(200);
    }
}
