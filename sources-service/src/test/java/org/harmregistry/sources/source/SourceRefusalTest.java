package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.unique;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is wrong with a source is told with a code of its own and the place. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceRefusalTest {

    private static final String OWN = Tokens.contributor("org-a");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "400 | missing_field  | /kind  | {\"title\": \"t\"}",
            "400 | missing_field  | /title | {\"kind\": \"post\"}",
            "400 | invalid_value  | /title | {\"kind\": \"post\", \"title\": \" \"}",
            "400 | wrong_type     | /kind  | {\"kind\": \"rumour\", \"title\": \"t\"}",
            "400 | wrong_type     | /kind  | {\"kind\": 0, \"title\": \"t\"}",
            "400 | unknown_field  | /colour | {\"kind\": \"post\", \"title\": \"t\", \"colour\": \"red\"}",
            "400 | duplicate_key  | /title | {\"kind\": \"post\", \"title\": \"t\", \"title\": \"t\"}",
            "400 | read_only_field | /status | {\"kind\": \"post\", \"title\": \"t\", \"status\": \"accepted\"}",
            "400 | read_only_field | /publication | {\"kind\": \"post\", \"title\": \"t\", \"publication\": \"public\"}",
            "400 | read_only_field | /canonicalKey | {\"kind\": \"post\", \"title\": \"t\", \"canonicalKey\": \"k\"}",
            "400 | invalid_value  | /url | {\"kind\": \"post\", \"title\": \"t\", \"url\": \"ftp://example.org/a\"}",
            "400 | invalid_value  | /url | {\"kind\": \"post\", \"title\": \"t\", \"url\": \"javascript:alert(1)\"}",
            "400 | invalid_value  | /url | {\"kind\": \"post\", \"title\": \"t\", \"url\": \"https://name:word@example.org/\"}",
            "400 | invalid_value  | /url | {\"kind\": \"post\", \"title\": \"t\", \"url\": \"https:///a\"}",
            "400 | invalid_value  | /archivedUrl | {\"kind\": \"post\", \"title\": \"t\", \"archivedUrl\": \"example.org\"}",
            "400 | invalid_date   | /publishedOn/date | {\"kind\": \"post\", \"title\": \"t\", \"publishedOn\": {\"date\": \"2017-02-30\", \"precision\": \"day\"}}",
            "422 | date_precision_mismatch | /publishedOn/date | {\"kind\": \"post\", \"title\": \"t\", \"publishedOn\": {\"precision\": \"day\"}}",
            "422 | date_precision_mismatch | /publishedOn/date | {\"kind\": \"post\", \"title\": \"t\", \"publishedOn\": {\"date\": \"1753-01-01\", \"precision\": \"unknown\"}}",
            "400 | missing_field  | /publishedOn/precision | {\"kind\": \"post\", \"title\": \"t\", \"publishedOn\": {\"date\": \"2017-02-03\"}}",
            "422 | fieldwork_without_report | /fieldwork | {\"kind\": \"post\", \"title\": \"t\", \"fieldwork\": {\"interviews\": 1}}",
            "400 | invalid_value  | /fieldwork/interviews | {\"kind\": \"report\", \"title\": \"t\", \"fieldwork\": {\"interviews\": -1}}",
            "400 | invalid_value  | /fieldwork/families | {\"kind\": \"report\", \"title\": \"t\", \"fieldwork\": {\"families\": 1000001}}",
            "400 | wrong_type     | /fieldwork/interviews | {\"kind\": \"report\", \"title\": \"t\", \"fieldwork\": {\"interviews\": 7.9}}",
            "400 | wrong_type     | /reliability | {\"kind\": \"post\", \"title\": \"t\", \"reliability\": \"G\"}",
            "400 | invalid_value  | /credibility | {\"kind\": \"post\", \"title\": \"t\", \"credibility\": 7}",
            "400 | invalid_value  | /credibility | {\"kind\": \"post\", \"title\": \"t\", \"credibility\": 0}",
            "400 | invalid_value  | /language | {\"kind\": \"post\", \"title\": \"t\", \"language\": \"English\"}",
            "400 | invalid_value  | /dataset | {\"kind\": \"post\", \"title\": \"t\", \"dataset\": \"My Data\"}",
            "400 | invalid_value  | /externalIds/0/system | {\"kind\": \"post\", \"title\": \"t\", \"externalIds\": [{\"system\": \"A b\", \"id\": \"1\"}]}",
            "400 | missing_field  | /externalIds/0/id | {\"kind\": \"post\", \"title\": \"t\", \"externalIds\": [{\"system\": \"a\"}]}",
            "400 | missing_field  | /texts/0/text | {\"kind\": \"post\", \"title\": \"t\", \"texts\": [{\"language\": \"en\"}]}",
            "400 | missing_field  | /texts/0/language | {\"kind\": \"post\", \"title\": \"t\", \"texts\": [{\"text\": \"a\"}]}",
            "400 | wrong_type     | /texts/0 | {\"kind\": \"post\", \"title\": \"t\", \"texts\": [null]}",
            "400 | invalid_value  | /texts/0/digest | {\"kind\": \"post\", \"title\": \"t\", \"texts\": [{\"language\": \"en\", \"text\": \"a\", \"digest\": \"sha-256:00\"}]}",
            "422 | text_unknown   | /texts/0/digest | {\"kind\": \"post\", \"title\": \"t\", \"texts\": [{\"language\": \"en\", \"digest\": \"sha-256:185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969\"}]}",
            "422 | source_unknown | /independence/repeats | {\"kind\": \"post\", \"title\": \"t\", \"independence\": {\"repeats\": \"00000000-0000-4000-8000-000000000000\"}}",
    })
    void aSourceAgainstTheRulesIsRefused(int status, String code, String pointer, String body) {
        create(body).then().spec(problemAt(status, code, pointer));
    }

    @Test
    void textsLongerThanIsTakenAreRefused() {
        create(article("t".repeat(1_001))).then().spec(problemAt(422, "text_too_long", "/title"));
        create(article("t", "\"url\": \"https://example.org/" + "a".repeat(2_000) + "\"")).then()
                .spec(problemAt(422, "text_too_long", "/url"));
        create(article("t", "\"publisher\": \"" + "p".repeat(301) + "\"")).then()
                .spec(problemAt(422, "text_too_long", "/publisher"));
        create(article("t", "\"texts\": [{\"language\": \"en\", \"text\": \"" + "x".repeat(200_001) + "\"}]")).then()
                .spec(problemAt(422, "text_too_long", "/texts/0/text"));
    }

    @Test
    void callersWithoutTheRightAreRefused() {
        given().contentType("application/json").body(article("t")).post(SOURCES).then().spec(problem(401, "unauthenticated"));
        as(Tokens.expired()).body(article("t")).post(SOURCES).then().spec(problem(401, "unauthenticated"));
        as(Tokens.of("party", "coalition", "party-1")).body(article("t")).post(SOURCES).then().spec(problem(403, "forbidden"));
        as(Tokens.of("party", "coalition", "party-1")).contentType("application/x-ndjson").body("{}").post(SOURCES + "/import")
                .then().spec(problem(403, "forbidden"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        given().get(SOURCES + "/00000000-0000-4000-8000-000000000000").then().spec(problem(404, "not_found"));
        given().get(SOURCES + "/1-1-1-1-1").then().spec(problem(404, "not_found"));
        given().get(SOURCES + "/00000000-0000-4000-8000-000000000000/duplicates").then().spec(problem(404, "not_found"));
        given().get(SOURCES + "/00000000-0000-4000-8000-000000000000/citations").then().spec(problem(404, "not_found"));
    }

    @Test
    void anExternalIdIsHeldByOneSourceOfAnOrganisation() {
        String ids = "\"externalIds\": [{\"system\": \"desk\", \"id\": \"" + unique() + "\"}]";
        create(article("First", ids)).then().statusCode(201);

        create(article("Second", ids)).then().spec(problem(409, "external_id_taken"));
        as(Tokens.contributor("org-b")).body(article("Of others", ids)).post(SOURCES).then().statusCode(201);
    }

    @Test
    void refusalsOfAChangeComeInTheirOrder() {
        String address = create(article("Ordered")).header("Location");

        patch(address, OWN, "\"9.own\"", "{\"status\": \"accepted\"}").then()
                .spec(problemAt(400, "read_only_field", "/status"));
        patch(address, OWN, "\"9.own\"", "{\"fieldwork\": {\"interviews\": 1}}").then().spec(problem(412, "version_stale"));
        patch(address, OWN, "\"1.own\"", "{\"fieldwork\": {\"interviews\": 1}}").then()
                .spec(problemAt(422, "fieldwork_without_report", "/fieldwork"));
        patch(address, OWN, "\"1.own\"", "{\"title\": null}").then().spec(problemAt(400, "missing_field", "/title"));
        patch(address, OWN, "\"1.own\"", "[]").then().spec(problem(400, "wrong_type"));
        as(OWN).contentType("application/merge-patch+json").body("{}").patch(address).then()
                .spec(problemAt(428, "precondition_required", "#If-Match"));
        as(OWN).body("{}").patch(address).then().spec(problem(415, "unsupported_media_type"));
    }

    @Test
    void queriesAgainstTheRulesAreRefused() {
        given().get(SOURCES + "?limit=0").then().spec(problemAt(400, "limit_out_of_range", "?limit"));
        given().get(SOURCES + "?limit=10000").then().spec(problemAt(400, "limit_out_of_range", "?limit"));
        given().get(SOURCES + "?kind=rumour").then().spec(problemAt(400, "invalid_parameter", "?kind"));
        given().get(SOURCES + "?from=2017-02-30").then().spec(problemAt(400, "invalid_parameter", "?from"));
        given().get(SOURCES + "?from=2018-01-01&to=2017-01-01").then().spec(problemAt(422, "range_inverted", "?from"));
        given().get(SOURCES + "?externalId=nocolon").then().spec(problemAt(400, "invalid_parameter", "?externalId"));
        given().get(SOURCES + "?colour=red").then().spec(problemAt(400, "unknown_parameter", "?colour"));
        given().get(SOURCES + "?kind=post&kind=article").then().spec(problemAt(400, "repeated_parameter", "?kind"));
        given().get(SOURCES + "?after=x").then().spec(problemAt(400, "invalid_cursor", "?after"));
    }
}
