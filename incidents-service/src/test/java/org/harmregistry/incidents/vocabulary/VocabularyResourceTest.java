package org.harmregistry.incidents.vocabulary;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class VocabularyResourceTest {

    private static final String VOCABULARIES = "/api/v1/vocabularies";

    @Test
    void everybodyReadsTheList() {
        given().get(VOCABULARIES).then().statusCode(200).header("Cache-Control", equalTo("public, max-age=3600"))
                .header("ETag", notNullValue())
                .body("items.name", hasItems("grading", "strike-status", "sex", "ucdp-where-prec"))
                .body("items.label.ar", everyItem(notNullValue())).body("items.find { it.name == 'grading' }.terms", equalTo(5))
                .body("page.next", nullValue());
    }

    @Test
    void aVocabularyHasItsTermsInTwoLanguagesWithTheirMatches() {
        given().get(VOCABULARIES + "/sex").then().statusCode(200).body("version", equalTo("1")).body("kind", equalTo("ours"))
                .body("terms.find { it.id == 'woman' }.label.ar", equalTo("امرأة أو فتاة"))
                .body("terms.find { it.id == 'woman' }.matches.vocabulary", hasItems("sdg-16-1-2-sex", "hxl"));
        given().get(VOCABULARIES + "/infrastructure").then()
                .body("terms.find { it.id == 'hospital' }.broader", equalTo("healthcare"));
        given().get(VOCABULARIES + "/ucdp-where-prec").then().body("kind", equalTo("source")).body("terms.id", hasItem("7"));
    }

    @Test
    void aReaderThatHasItIsToldSo() {
        for (String address : new String[] { VOCABULARIES, VOCABULARIES + "/grading" }) {
            String tag = given().get(address).header("ETag");
            given().header("If-None-Match", tag).get(address).then().statusCode(304)
                    .header("Cache-Control", equalTo("public, max-age=3600"));
        }
    }

    @Test
    void refusesWhatIsNotThere() {
        given().get(VOCABULARIES + "/colours").then().spec(problem(404, "not_found"));
        given().get(VOCABULARIES + "/..%2fapplication").then().statusCode(404);
        given().queryParam("language", "ar").get(VOCABULARIES).then().spec(problemAt(400, "unknown_parameter", "?language"));
        given().post(VOCABULARIES).then().spec(problem(401, "unauthenticated"));
        Given.admin().body("{}").post(VOCABULARIES).then().spec(problem(405, "method_not_allowed"));
    }
}
