package org.harmregistry.kit.testing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;

/** What every refusal must look like (RFC 9457), whoever refuses. */
public final class Problems {

    private Problems() {
    }

    /** A problem document with this status and code that says nothing of the inside. */
    public static ResponseSpecification problem(int status, String code) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectContentType("application/problem+json")
                .expectBody("status", equalTo(status))
                .expectBody("code", equalTo(code))
                .expectBody("type", equalTo("/problems/" + code))
                .expectBody("traceId", matchesPattern("[0-9a-f]{32}"))
                .expectBody(not(matchesPattern("(?s).*(org\\.harmregistry|io\\.quarkus|Exception|select |127\\.0\\.0\\.1).*")))
                .build();
    }

    /** The same, with a violation at a place of the request. */
    public static ResponseSpecification problemAt(int status, String code, String pointer) {
        return new ResponseSpecBuilder().addResponseSpecification(problem(status, code))
                .expectBody("violations.pointer", hasItem(pointer)).build();
    }
}
