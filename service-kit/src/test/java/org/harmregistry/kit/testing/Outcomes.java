package org.harmregistry.kit.testing;

import java.util.Map;

import io.restassured.path.json.JsonPath;

/**
 * What an import says of a row, for tests that look at many: each path that REST Assured is asked for is compiled as a
 * program of its own, which takes longer than the import.
 */
public final class Outcomes {

    private Outcomes() {
    }

    /** What became of the row. */
    public static String outcome(JsonPath result) {
        return (String) result.getMap("").get("result");
    }

    /** Why the row was refused; null if it was not. */
    public static String refusal(JsonPath result) {
        return result.getMap("").get("problem") instanceof Map<?, ?> problem ? (String) problem.get("code") : null;
    }
}
