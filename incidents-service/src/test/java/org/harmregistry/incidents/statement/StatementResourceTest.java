package org.harmregistry.incidents.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
class StatementResourceTest {

    private static final String DENIAL = "{\"kind\": \"rebuttal_of_method\", \"on\": \"2018-07-17\", \"channel\": \"email\","
            + " \"text\": \"The authors never discussed the report with the Coalition.\", \"language\": \"en\","
            + " \"by\": \"spokesperson\"}";
    private static final String LETTER = "{\"kind\": \"letter\", \"on\": \"2018-06-30\", \"channel\": \"letter\","
            + " \"text\": \"Mistakes and unsuccessful air strikes with huge human losses.\", \"words\": \"huge human losses\"}";

    @Test
    void statementsKeepTheConventions() {
        Given.party("speaking");
        new Conventions("/api/v1/parties/speaking/statements", "/api/v1/parties/statements/changes", DENIAL, LETTER, "party")
                .hold();
    }

    @Test
    void listsByKindChannelAndDayInTheOrderInWhichTheyWereSaid() {
        String statements = "/api/v1/parties/" + Given.party("speaking-twice") + "/statements";
        Given.analyst().body(DENIAL).post(statements);
        Given.analyst().body(LETTER).post(statements);

        given().get(statements).then().body("items.kind", contains("letter", "rebuttal_of_method"))
                .body("items[0].words", equalTo("huge human losses")).body("items[1].by", equalTo("spokesperson"));
        given().queryParam("channel", "email").get(statements).then().body("items.kind", contains("rebuttal_of_method"));
        given().queryParam("kind", "letter").get(statements).then().body("items.kind", contains("letter"));
        given().queryParam("knownBy", "2018-07-16").get(statements).then().body("items.kind", contains("letter"));
    }

    @Test
    void refusesWhatCannotBe() {
        String statements = "/api/v1/parties/" + Given.party("speaking-wrong") + "/statements";
        Given.analyst().body(DENIAL.replace("\"en\"", "\"English\"")).post(statements)
                .then().spec(problemAt(400, "invalid_value", "/language"));
        Given.analyst().body(DENIAL.replace("\"email\"", "\"pigeon\"")).post(statements)
                .then().spec(problemAt(400, "wrong_type", "/channel"));
        Given.analyst().body(DENIAL.replace("2018-07-17", "17 July")).post(statements)
                .then().spec(problemAt(400, "invalid_date", "/on"));
        Given.analyst().body(DENIAL.replaceFirst("\\{", "{\"quote\": \"" + "x".repeat(2_001) + "\", ")).post(statements)
                .then().spec(problemAt(422, "text_too_long", "/quote"));
        Given.analyst().body("{\"kind\": \"denial\"}").post(statements).then().spec(problemAt(400, "missing_field", "/text"));
    }
}
