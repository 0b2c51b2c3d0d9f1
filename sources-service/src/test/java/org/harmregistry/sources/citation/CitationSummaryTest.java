package org.harmregistry.sources.citation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CitationSummaryTest {

    private static final String ANALYST = Tokens.analyst();

    private static Response summary(String token, String incident) {
        return (token == null ? given() : as(token)).queryParam("incident", incident).get(CITATIONS + "/summary");
    }

    private static void cite(String source, String incident, String stance, String more) {
        as(ANALYST).body("{\"incident\": \"" + incident + "\", \"stance\": \"" + stance + "\"" + more + "}")
                .post(source + "/citations").then().statusCode(201);
    }

    /**
     * Five sources: one on its own, one that repeats it, one that repeats the repetition, and two records of one page: two
     * voices. A sixth is withheld.
     */
    @Test
    void sourcesThatSpeakWithOneVoiceAreCountedOnce() {
        String incident = unique();
        String page = "\"url\": \"https://news.example/" + unique() + "\"";
        String first = createPublic(article("First", "\"language\": \"ar\""));
        String second = createPublic(article("Second", "\"language\": \"en\"",
                "\"independence\": {\"repeats\": \"" + idOf(first) + "\"}"));
        String third = createPublic(article("Third", "\"language\": \"en\"",
                "\"independence\": {\"repeats\": \"" + idOf(second) + "\"}"));
        String fourth = createPublic(article("Fourth", page));
        String fifth = createPublic(article("Fifth", page));
        String hidden = create("{\"kind\": \"post\", \"title\": \"Not seen by everybody\"}").header("Location");
        cite(first, incident, "supports", ", \"claims\": {\"killed\": {\"civilians\": {\"min\": 12}}}");
        cite(second, incident, "supports", "");
        cite(third, incident, "contradicts", "");
        cite(fourth, incident, "supports", ", \"locator\": {\"page\": 4}");
        cite(fourth, incident, "mentions", ", \"locator\": {\"page\": 5, \"paragraph\": 2}");
        cite(fifth, incident, "mentions", "");
        cite(hidden, incident, "supports", "");

        JsonPath everybody = summary(null, incident).then().statusCode(200).extract().jsonPath();
        assertThat(everybody.getInt("sources")).isEqualTo(5);
        assertThat(everybody.getInt("independent")).isEqualTo(2);
        assertThat(everybody.<Map<String, Integer>> get("stances")).isEqualTo(Map.of("supports", 3, "contradicts", 1,
                "mentions", 2));
        assertThat(everybody.<Map<String, Integer>> get("languages")).isEqualTo(Map.of("ar", 1, "en", 2, "unknown", 2));
        assertThat(everybody.<Map<String, Integer>> get("kinds")).isEqualTo(Map.of("article", 5));
        List<Map<String, Object>> claims = everybody.getList("claims");
        assertThat(claims).extracting(each -> each.get("title")).containsExactly("First", "Second", "Third", "Fourth",
                "Fourth", "Fifth");
        assertThat(claims).extracting(each -> each.get("voice")).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(everybody.getInt("claims[0].claims.killed.civilians.min")).isEqualTo(12);
        assertThat(everybody.getInt("claims[4].locator.paragraph")).isEqualTo(2);

        JsonPath staff = summary(ANALYST, incident).then().statusCode(200).extract().jsonPath();
        assertThat(staff.getInt("sources")).isEqualTo(6);
        assertThat(staff.getInt("independent")).isEqualTo(3);
    }

    @Test
    void anIncidentThatNobodyCitesHasZeros() {
        JsonPath nothing = summary(null, unique()).then().statusCode(200).extract().jsonPath();

        assertThat(nothing.getInt("sources")).isZero();
        assertThat(nothing.getInt("independent")).isZero();
        assertThat(nothing.getList("claims")).isEmpty();
    }

    @Test
    void whatIsUnchangedIsNotSentAgainAndAChangeOfTheSourceIsAChange() {
        String incident = unique();
        String source = createPublic(article("Tagged"));
        cite(source, incident, "supports", "");
        String tag = summary(null, incident).header("ETag");

        given().header("If-None-Match", tag).queryParam("incident", incident).get(CITATIONS + "/summary").then()
                .statusCode(304);
        String version = as(ANALYST).get(source).header("ETag");
        as(ANALYST).header("If-Match", version).body("{\"reliability\": \"B\", \"reason\": \"seen there\"}")
                .post(source + "/assessment").then().statusCode(200);
        given().header("If-None-Match", tag).queryParam("incident", incident).get(CITATIONS + "/summary").then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"page\": 0} | /locator/page",
            "{\"paragraph\": 100001} | /locator/paragraph",
            "{\"timeFrom\": \"1:2:3\"} | /locator/timeFrom",
            "{\"timeTo\": \"00:00:10\"} | /locator/timeFrom",
            "{\"timeFrom\": \"00:01:00\", \"timeTo\": \"00:00:59.9\"} | /locator/timeTo"
    })
    void aPlaceThatCannotBeIsRefused(String locator, String pointer) {
        String source = create(article("Locator")).header("Location");
        Response refused = as(ANALYST).body("{\"incident\": \"" + unique() + "\", \"stance\": \"supports\", \"locator\": "
                + locator + "}").post(source + "/citations");

        assertThat(refused.statusCode()).isBetween(400, 422);
        assertThat(refused.jsonPath().getString("violations[0].pointer")).isEqualTo(pointer);
    }

    @Test
    void withoutAnIncidentThereIsNothingToPutTogether() {
        given().get(CITATIONS + "/summary").then().spec(problemAt(400, "invalid_parameter", "?incident"));
    }
}
