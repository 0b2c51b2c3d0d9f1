package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Sources are found by words of either script, and only by words that their reader is shown. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceSearchTest {

    private static final String OWN = Tokens.contributor("org-a");

    private static List<String> found(RequestSpecification by, String dataset, String q) {
        return by.queryParam("dataset", dataset).queryParam("q", q).get(SOURCES).then().statusCode(200).extract()
                .path("items.id");
    }

    @ParameterizedTest
    @CsvSource({ "raqqa", "Ar-Raqqah", "al Raqqa strikes", "الرقة", "رقه", "مدرسة", "الأطفال", "school", "Zawahreh",
            "monitor raqqa", "ALEPPO", "annihilaton" })
    void titlesPublishersTextsAndTranslationsAreSearchedInBothScripts(String q) {
        String dataset = unique();
        String id = idOf(create(article("War of annihilation: strikes on Raqqa", "\"publisher\": \"The Zawahreh Monitor\"",
                "\"author\": \"Desk in Aleppo\"", "\"dataset\": \"" + dataset + "\"",
                "\"texts\": [{\"language\": \"en\", \"text\": \"A school was hit.\"},"
                        + " {\"language\": \"ar\", \"text\": \"قُصفت مدرسةٌ في الرقّة وقتل أطفال\","
                        + " \"translation\": {\"by\": \"person\"}}]"))
                .header("Location"));
        create(article("Something else", "\"dataset\": \"" + dataset + "\""));

        assertThat(found(as(OWN), dataset, q)).containsExactly(id);
    }

    @Test
    void allWordsAreWantedAndWhatWasTakenOutIsNotFound() {
        String dataset = unique();
        String address = create(article("Market", "\"dataset\": \"" + dataset + "\"",
                "\"texts\": [{\"language\": \"en\", \"text\": \"Hello\"}, {\"language\": \"en\", \"text\": \"Farewell\"}]"))
                .header("Location");
        String hello = "{\"language\": \"en\", \"digest\": \"sha-256:185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969\"}";

        assertThat(found(as(OWN), dataset, "market farewell")).containsExactly(idOf(address));
        assertThat(found(as(OWN), dataset, "market bakery")).isEmpty();
        patch(address, OWN, "\"1.own\"", "{\"title\": \"Bakery\", \"texts\": [" + hello + "]}").then().statusCode(200);

        assertThat(found(as(OWN), dataset, "bakery hello")).containsExactly(idOf(address));
        assertThat(found(as(OWN), dataset, "market")).isEmpty();
        assertThat(found(as(OWN), dataset, "farewell")).isEmpty();
    }

    @Test
    void whatAReaderMayNotSeeIsNotSearched() {
        String dataset = unique();
        String draft = idOf(create(article("A crater in the street", "\"dataset\": \"" + dataset + "\"")).header("Location"));
        String shown = idOf(createPublic(article("A crater in the field", "\"dataset\": \"" + dataset + "\"")));
        String interview = idOf(create("{\"kind\": \"interview\", \"title\": \"An interview\", \"dataset\": \"" + dataset
                + "\", \"interview\": {\"place\": {\"name\": \"Smallvillage\", \"country\": \"SY\"}, \"family\": \"FAM-98765\"}}")
                .header("Location"));

        assertThat(found(given(), dataset, "crater")).containsExactly(shown);
        assertThat(found(as(Tokens.contributor("org-b")), dataset, "crater")).containsExactly(shown);
        assertThat(found(as(OWN), dataset, "crater")).containsExactlyInAnyOrder(draft, shown);
        assertThat(found(as(Tokens.analyst()), dataset, "crater")).containsExactlyInAnyOrder(draft, shown);
        assertThat(found(as(OWN), dataset, "smallvillage")).containsExactly(interview);
        given().queryParam("dataset", dataset).queryParam("q", "crater street").queryParam("count", "exact").get(SOURCES)
                .then().body("count", equalTo(0));
    }

    @Test
    void everybodyDoesNotFindAPublicSourceByWhatTheyAreNotShown() {
        String dataset = unique();
        String address = createPublic("{\"kind\": \"site_visit\", \"title\": \"A visit\", \"dataset\": \"" + dataset
                + "\", \"siteVisit\": {\"place\": {\"name\": \"Fieldtown\"}, \"seen\": \"a broken minaret\"}}");

        assertThat(found(given(), dataset, "minaret fieldtown")).containsExactly(idOf(address));
    }

    @Test
    void importedSourcesAreFound() {
        String id = unique();
        importRows(SOURCES, OWN, "upsert", "{\"externalIds\": [{\"system\": \"feed\", \"id\": \"" + id + "\"}], \"dataset\": \""
                + id
                + "\", \"kind\": \"post\", \"title\": \"A bridge\", \"texts\": [{\"language\": \"en\", \"text\": \"over the river\"}]}");
        importRows(SOURCES, OWN, "upsert", "{\"externalIds\": [{\"system\": \"feed\", \"id\": \"" + id + "\"}], \"dataset\": \""
                + id
                + "\", \"kind\": \"post\", \"title\": \"A ferry\", \"texts\": [{\"language\": \"en\", \"text\": \"over the river\"}]}");

        assertThat(found(as(OWN), id, "ferry river")).hasSize(1);
        assertThat(found(as(OWN), id, "bridge")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "'", "!&|", "a", "%", "\u0000word" })
    void aQuestionWithoutAWordIsRefused(String q) {
        given().queryParam("q", q).get(SOURCES).then().spec(problemAt(400, "invalid_parameter", "?q"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "' or 1=1 --", "word:* & !other", "a'b\\c \"quoted\"", "<script>alert(1)</script>", "%27%20or",
            "‮reversed", "ﷺ\u200f الله", "𝔉𝔯𝔞𝔨𝔱𝔲𝔯", "to_tsquery('x')", "((((", "word\\" })
    void hostileQuestionsAreWordsOrRefused(String q) {
        Response answer = given().queryParam("dataset", unique()).queryParam("q", q).get(SOURCES);

        assertThat(answer.statusCode()).isIn(200, 400);
        if (answer.statusCode() == 200) {
            answer.then().body("items", empty());
        }
    }

    @Test
    void tooManyWordsAreRefused() {
        given().queryParam("q", "word ".repeat(10) + String.join(" ", IntStream.range(0, 21)
                .mapToObj(i -> "w" + i).toList())).get(SOURCES).then().spec(problemAt(400, "invalid_parameter", "?q"));
    }

    @Test
    void listsAreFilteredByWhatTheRegistryHolds() {
        String dataset = unique();
        String first = idOf(create(article("First", "\"dataset\": \"" + dataset + "\"", "\"language\": \"ar-SY\"",
                "\"reliability\": \"B\"", "\"credibility\": 2", "\"sensitivity\": [\"graphic_violence\"]",
                "\"publishedOn\": {\"date\": \"2018-01-02\", \"precision\": \"day\"}")).header("Location"));
        String second = idOf(createPublic(article("Second", "\"dataset\": \"" + dataset + "\"", "\"language\": \"en\"",
                "\"publishedOn\": {\"date\": \"2017-01-02\", \"precision\": \"day\"}")));
        String third = idOf(create(article("Third", "\"dataset\": \"" + dataset + "\"")).header("Location"));
        String incident = unique();
        as(OWN).body("{\"incident\": \"" + incident + "\", \"stance\": \"mentions\"}")
                .post(SOURCES + "/" + first + "/citations")
                .then().statusCode(201);

        only(dataset, "language", "ar", first);
        only(dataset, "reliability", "B", first);
        only(dataset, "credibility", "2", first);
        only(dataset, "sensitivity", "graphic_violence", first);
        only(dataset, "incident", incident, first);
        only(dataset, "status", "accepted", second);
        only(dataset, "publication", "public", second);
        assertThat(as(Tokens.analyst()).queryParam("dataset", dataset).queryParam("organisation", "org-a").get(SOURCES)
                .<List<String>> path("items.id")).contains(first, third);
        assertThat(as(Tokens.analyst()).queryParam("dataset", dataset).queryParam("updatedSince", "2999-01-01T00:00:00Z")
                .get(SOURCES).<List<String>> path("items.id")).isEmpty();
        assertThat(sorted(dataset, "publishedOn")).containsExactly(second, first, third);
        assertThat(sorted(dataset, "-publishedOn")).containsExactly(third, first, second);
        assertThat(sorted(dataset, "recordedAt")).containsExactly(first, second, third);
        assertThat(sorted(dataset, "-updatedAt")).hasSize(3);
        given().queryParam("sort", "publisher").get(SOURCES).then().spec(problemAt(400, "invalid_parameter", "?sort"));
        given().queryParam("credibility", "7").get(SOURCES).then().spec(problemAt(400, "invalid_parameter", "?credibility"));
    }

    private static void only(String dataset, String name, String value, String id) {
        as(Tokens.analyst()).queryParam("dataset", dataset).queryParam(name, value).get(SOURCES).then().statusCode(200)
                .body("items.id", contains(id));
    }

    /** Walked one by one, so that the cursor holds every key. */
    private static List<String> sorted(String dataset, String sort) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = as(Tokens.analyst()).queryParam("dataset", dataset).queryParam("sort", sort)
                    .queryParam("limit", 1);
            Response page = (after == null ? request : request.queryParam("after", after)).get(SOURCES);
            ids.addAll(page.path("items.id"));
            after = page.path("page.next");
        } while (after != null);
        return ids;
    }
}
