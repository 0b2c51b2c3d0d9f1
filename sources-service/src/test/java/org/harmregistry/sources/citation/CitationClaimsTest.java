package org.harmregistry.sources.citation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.unique;

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
class CitationClaimsTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String ANALYST = Tokens.analyst();
    private static final String WHOLE = """
            {"killed": {"people": {"min": 12}, "civilians": {"min": 9, "max": 14}, "children": {"min": 2}, "words": "dozens"},
             "injured": {"words": "عشرات"},
             "date": {"from": "2017-07-02", "to": "2017-07-03", "asPrinted": "overnight on Sunday"},
             "parties": [{"party": "coalition", "role": "suspected", "asPrinted": "the alliance"}, {"asPrinted": "unknown jets"}],
             "place": {"name": "Raqqa", "country": "SY", "admin1": "SY11", "admin2": "SY1101"},
             "victims": ["Synthetic Person One", "شخص تجريبي"]}
            """;

    private static String body(String incident, String claims) {
        return "{\"incident\": \"" + incident + "\", \"stance\": \"supports\", \"claims\": " + claims + "}";
    }

    private static Response cite(String source, String token, String claims) {
        return as(token).body(body(unique(), claims)).post(source + "/citations");
    }

    @Test
    void claimsAreReadAsTheyWereMade() {
        String citation = cite(create(article("Claims")).header("Location"), OWN, WHOLE).then().statusCode(201).extract()
                .header("Location");

        JsonPath read = as(OWN).get(citation).then().statusCode(200).extract().jsonPath();

        assertThat(read.getMap("claims")).isEqualTo(JsonPath.from(WHOLE).getMap(""));
        assertThat(read.getInt("victimsNamed")).isEqualTo(2);
    }

    @Test
    void namesOfTheDeadAreShownToWhoReadsAllAndToTheOrganisationOnly() {
        String source = createPublic(article("Names"));
        String incident = unique();
        String citation = as(ANALYST).body(body(incident, WHOLE)).post(source + "/citations").header("Location");

        for (Response shown : new Response[] { given().get(citation), as(Tokens.contributor("org-b")).get(citation),
                given().queryParam("incident", incident).get(CITATIONS), given().get(source + "/citations") }) {
            assertThat(shown.then().statusCode(200).extract().asString()).doesNotContain("Synthetic", "تجريبي")
                    .contains("\"victimsNamed\":2", "dozens");
        }
        as(ANALYST).get(citation).then().body("claims.victims", contains("Synthetic Person One", "شخص تجريبي"));
    }

    @Test
    void aListTellsWhatTheSourceWeighs() {
        String address = "https://example.org/" + unique();
        String first = createPublic(
                article("Says it first", "\"url\": \"" + address + "\"", "\"reliability\": \"B\"", "\"credibility\": 2"));
        String again = createPublic(article("Says it again", "\"independence\": {\"repeats\": \"" + idOf(first) + "\"}"));
        String incident = unique();
        for (String source : new String[] { first, again }) {
            as(ANALYST).body(body(incident, "{\"killed\": {\"words\": \"many\"}}")).post(source + "/citations").then()
                    .statusCode(201);
        }

        Response list = given().queryParam("incident", incident).get(CITATIONS);

        list.then().body("items.source", contains(idOf(first), idOf(again)))
                .body("items[0].standing.reliability", equalTo("B")).body("items[0].standing.credibility", equalTo(2))
                .body("items[0].standing.independence", nullValue())
                .body("items[1].standing.independence.repeats", equalTo(idOf(first)));
        String canonicalKey = as(ANALYST).get(first).path("canonicalKey");
        list.then().body("items[0].standing.canonicalKey", equalTo(canonicalKey))
                .body("items[1].standing.canonicalKey", nullValue());
        assertThat(canonicalKey).isNotNull();
        String tag = as(ANALYST).get(first).header("ETag");
        as(ANALYST).header("If-Match", tag).body("{\"reliability\": \"E\", \"reason\": \"retracted\"}")
                .post(first + "/assessment")
                .then().statusCode(200);
        given().queryParam("incident", incident).header("If-None-Match", list.header("ETag")).get(CITATIONS).then()
                .statusCode(200).body("items[0].standing.reliability", equalTo("E"));
    }

    @Test
    void aPatchChangesSingleClaimsAndClearsThem() {
        String citation = cite(create(article("Patched")).header("Location"), OWN, WHOLE).header("Location");

        patch(citation, OWN, "\"1.own\"", "{\"claims\": {\"killed\": {\"civilians\": {\"max\": 20}}, \"victims\": null}}")
                .then()
                .statusCode(200).header("ETag", "\"2.own\"").body("claims.killed.civilians.min", equalTo(9))
                .body("claims.killed.civilians.max", equalTo(20)).body("claims.victims", nullValue())
                .body("claims.injured.words", equalTo("عشرات"));
        patch(citation, OWN, "\"2.own\"", "{\"claims\": null}").then().statusCode(200).body("claims", nullValue());
        patch(citation, OWN, "\"3.own\"", "{\"claims\": {\"killed\": {\"civilians\": {}}}}").then()
                .header("ETag", "\"3.own\"").body("claims", nullValue());
        patch(citation, OWN, "\"1.own\"", "{\"stance\": \"mentions\"}").then().spec(problem(412, "version_stale"));
        as(OWN).contentType("application/merge-patch+json").body("{\"stance\": \"mentions\"}").patch(citation).then()
                .spec(problem(428, "precondition_required"));
        patch(citation, OWN, "\"3.own\"", "{\"version\": 7}").then().spec(problemAt(400, "unknown_field", "/version"));
        patch(citation, Tokens.contributor("org-b"), "\"3.own\"", "{}").then().spec(problem(404, "not_found"));
        given().contentType("application/merge-patch+json").body("{}").patch(citation).then()
                .spec(problem(401, "unauthenticated"));
    }

    @Test
    void aPatchOntoAnotherCitationsPassageIsRefused() {
        String source = create(article("Two passages")).header("Location");
        String incident = unique();
        as(OWN).body(body(incident, "{}")).post(source + "/citations").then().statusCode(201);
        String other = cite(source, OWN, "{}").header("Location");

        patch(other, OWN, "\"1.own\"", "{\"incident\": \"" + incident + "\"}").then().spec(problem(409, "already_cited"));
    }

    @Test
    void anImportBringsClaimsAndNeverUndoesACorrection() {
        String source = idOf(createPublic(article("Imported")));
        String incident = unique();
        String row = row(source, incident, "{\"killed\": {\"civilians\": {\"min\": 3}}}");
        JsonPath made = imported(row);
        String citation = CITATIONS + "/" + made.getString("id");
        assertThat(made.getString("result")).isEqualTo("created");
        assertThat(imported(row(source, incident, "{\"killed\": {\"civilians\": {\"min\": 4}}}")).getString("result"))
                .isEqualTo("updated");

        patch(citation, ANALYST, "\"2.full\"", "{\"claims\": {\"killed\": {\"civilians\": {\"min\": 5}}}}").then()
                .statusCode(200);

        assertThat(imported(row(source, incident, "{\"killed\": {\"civilians\": {\"min\": 4}}}")).getString("result"))
                .isEqualTo("unchanged");
        JsonPath refused = imported(row);
        assertThat(refused.getString("problem.code")).isEqualTo("changed_by_others");
        assertThat(refused.getInt("version")).isEqualTo(3);
        assertThat(refused.getInt("importedVersion")).isEqualTo(2);
        given().get(citation).then().body("claims.killed.civilians.min", equalTo(5));
    }

    private static String row(String source, String incident, String claims) {
        return "{\"source\": \"" + source + "\", " + body(incident, claims).substring(1);
    }

    private static JsonPath imported(String row) {
        return results(importRows(CITATIONS, Tokens.publisher(), "upsert", row)).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "422 | range_inverted | /claims/killed/civilians/max | {\"killed\": {\"civilians\": {\"min\": 3, \"max\": 2}}}",
            "400 | invalid_value  | /claims/killed/people/min    | {\"killed\": {\"people\": {\"min\": -1}}}",
            "400 | wrong_type     | /claims/injured/women/min    | {\"injured\": {\"women\": {\"min\": 7.9}}}",
            "400 | invalid_value  | /claims/killed/words         | {\"killed\": {\"words\": \" \"}}",
            "400 | invalid_date   | /claims/date/from            | {\"date\": {\"from\": \"2017-02-30\"}}",
            "422 | range_inverted | /claims/date/to              | {\"date\": {\"from\": \"2017-02-03\", \"to\": \"2017-02-02\"}}",
            "400 | missing_field  | /claims/date/from            | {\"date\": {}}",
            "400 | missing_field  | /claims/parties/0/party      | {\"parties\": [{\"role\": \"known\"}]}",
            "400 | wrong_type     | /claims/parties/0/role       | {\"parties\": [{\"party\": \"is\", \"role\": \"guilty\"}]}",
            "400 | invalid_value  | /claims/parties/0/party      | {\"parties\": [{\"party\": \"%_\"}]}",
            "400 | missing_field  | /claims/place/name           | {\"place\": {\"country\": \"SY\"}}",
            "400 | unknown_field  | /claims/place/point          | {\"place\": {\"name\": \"Raqqa\", \"point\": {\"lat\": 1, \"lon\": 1}}}",
            "400 | wrong_type     | /claims/victims              | {\"victims\": [null]}",
            "400 | invalid_value  | /claims/victims/1            | {\"victims\": [\"A\", \" \"]}",
            "400 | wrong_type     | /claims                      | \"dozens\"",
    })
    void claimsAgainstTheRulesAreRefused(int status, String code, String pointer, String claims) {
        String source = create(article("Claimed badly")).header("Location");

        cite(source, OWN, claims).then().spec(problemAt(status, code, pointer));
    }

    @Test
    void moreNamesThanAreTakenAreRefused() {
        String source = create(article("Many names")).header("Location");
        String names = "\"Synthetic Person\", ".repeat(200) + "\"One more\"";

        cite(source, OWN, "{\"victims\": [" + names + "]}").then()
                .spec(problemAt(400, "invalid_value", "/claims/victims"));
    }
}
