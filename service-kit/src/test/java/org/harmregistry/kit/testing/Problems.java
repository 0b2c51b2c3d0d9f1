package org.harmregistry.kit.testing;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import org.hamcrest.Description;
import org.hamcrest.TypeSafeDiagnosingMatcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;

/** What every refusal must look like (RFC 9457), whoever refuses. */
public final class Problems {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern INSIDE = Pattern
            .compile("org\\.harmregistry|io\\.quarkus|Exception|select |127\\.0\\.0\\.1");

    private Problems() {
    }

    /** A problem document with this status and code that says nothing of the inside. */
    public static ResponseSpecification problem(int status, String code) {
        return document(status, code, null);
    }

    /** The same, with a violation at a place of the request. */
    public static ResponseSpecification problemAt(int status, String code, String pointer) {
        return document(status, code, pointer);
    }

    private static ResponseSpecification document(int status, String code, String pointer) {
        return new ResponseSpecBuilder().expectStatusCode(status).expectContentType("application/problem+json")
                .expectBody(new Refusal(status, code, pointer)).build();
    }

    /** Read as a whole: each path that REST Assured is asked for is compiled as a program of its own. */
    private static final class Refusal extends TypeSafeDiagnosingMatcher<String> {

        private final int status;
        private final String code;
        private final String pointer;

        Refusal(int status, String code, String pointer) {
            this.status = status;
            this.code = code;
            this.pointer = pointer;
        }

        @Override
        protected boolean matchesSafely(String body, Description mismatch) {
            mismatch.appendText("was ").appendText(body);
            JsonNode said;
            try {
                said = JSON.readTree(body);
            } catch (IOException e) {
                return false;
            }
            List<String> pointers = said.path("violations").findValuesAsText("pointer");
            return said.path("status").isInt() && said.path("status").asInt() == status
                    && said.path("code").asText().equals(code) && said.path("type").asText().equals("/problems/" + code)
                    && TRACE.matcher(said.path("traceId").asText()).matches() && !INSIDE.matcher(body).find()
                    && (pointer == null || pointers.contains(pointer));
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("a problem ").appendValue(status).appendText(" ").appendText(code)
                    .appendText(pointer == null ? "" : " at " + pointer)
                    .appendText(" with its type and a trace, and nothing of the inside");
        }
    }
}
