package org.harmregistry.incidents.denominator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problemAt;

import org.harmregistry.incidents.record.Conventions;
import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DenominatorResourceTest {

    private static final String ROUNDS = "{\"kind\": \"rounds\", \"type\": \"artillery\", \"count\": {\"min\": 30000,"
            + " \"minExclusive\": true}, \"period\": {\"from\": \"2017-06\", \"to\": \"2017-10\"}, \"area\": \"Raqqa\","
            + " \"publishedOn\": \"2018-06-05\"}";
    private static final String STRIKES = "{\"kind\": \"strikes\", \"words\": \"several thousand\","
            + " \"publishedOn\": \"2018-07-17\"}";

    @Test
    void denominatorsKeepTheConventions() {
        Given.party("fired");
        new Conventions("/api/v1/parties/fired/denominators", "/api/v1/parties/denominators/changes", ROUNDS, STRIKES, "party")
                .hold();
    }

    @Test
    void moreThanANumberIsNotThatNumber() {
        String denominators = "/api/v1/parties/" + Given.party("fired-more") + "/denominators";
        Given.analyst().body(ROUNDS).post(denominators).then().statusCode(201);
        Given.analyst().body(STRIKES).post(denominators).then().statusCode(201);

        given().queryParam("kind", "rounds").get(denominators).then().body("items.size()", equalTo(1))
                .body("items[0].count.min", equalTo(30000)).body("items[0].count.minExclusive", equalTo(true))
                .body("items[0].count.max", nullValue()).body("items[0].type", equalTo("artillery"));
        given().queryParam("knownBy", "2018-07-16").get(denominators).then().body("items.kind", contains("rounds"));
        given().queryParam("knownBy", "2018-07-17").get(denominators).then().body("items.kind", contains("rounds", "strikes"));
    }

    @Test
    void refusesWhatCannotBe() {
        String denominators = "/api/v1/parties/" + Given.party("fired-wrong") + "/denominators";
        Given.analyst().body(ROUNDS.replace("rounds", "arrows")).post(denominators)
                .then().spec(problemAt(400, "wrong_type", "/kind"));
        Given.analyst().body(ROUNDS.replaceFirst("\\{", "{\"words\": \"many\", ")).post(denominators)
                .then().spec(problemAt(422, "number_or_words", "/words"));
        Given.analyst().body(ROUNDS.replace("2017-10", "2017-05")).post(denominators)
                .then().spec(problemAt(422, "range_inverted", "/period"));
        Given.analyst().body(ROUNDS.replace("{\"min\": 30000, \"minExclusive\": true}", "{}")).post(denominators)
                .then().spec(problemAt(400, "missing_field", "/count/min"));
    }
}
