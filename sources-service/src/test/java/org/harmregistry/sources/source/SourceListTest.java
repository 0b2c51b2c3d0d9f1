package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceListTest {

    private static final String OWN = Tokens.contributor("org-a");

    private static String inDataset(String dataset, String... members) {
        List<String> all = new ArrayList<>(List.of(members));
        all.add("\"dataset\": \"" + dataset + "\"");
        return article("One of many", all.toArray(String[]::new));
    }

    private static RequestSpecification own(String dataset) {
        return as(OWN).queryParam("dataset", dataset);
    }

    @Test
    void aListIsWalkedPageByPage() {
        String dataset = unique();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(idOf(create(inDataset(dataset, "\"texts\": [{\"language\": \"en\", \"text\": \"Hello\"}]"))
                    .header("Location")));
        }
        List<String> walked = new ArrayList<>();
        Response page = own(dataset).queryParam("limit", 2).get(SOURCES);
        page.then().statusCode(200).body("page.size", equalTo(2)).header("Link", containsString("rel=\"next\""))
                .body("items[0].texts[0].text", nullValue()).body("items[0].texts[0].digest", containsString("sha-256:"));
        while (true) {
            walked.addAll(page.path("items.id"));
            String next = page.path("page.next");
            if (next == null) {
                break;
            }
            page = own(dataset).queryParam("limit", 2).queryParam("after", next).get(SOURCES);
        }

        assertThat(walked).containsExactlyElementsOf(made.stream().sorted().toList());
    }

    @Test
    void aCursorIsGoodForItsOwnQuestionAlone() {
        String dataset = unique();
        create(inDataset(dataset));
        create(inDataset(dataset));
        String next = own(dataset).queryParam("limit", 1).get(SOURCES).path("page.next");

        own(dataset).queryParam("kind", "post").queryParam("after", next).get(SOURCES).then()
                .spec(problemAt(400, "invalid_cursor", "?after"));
        as(Tokens.contributor("org-b")).queryParam("dataset", dataset).queryParam("after", next).get(SOURCES).then()
                .spec(problemAt(400, "invalid_cursor", "?after"));
    }

    @Test
    void filtersAskForWhatTheySay() {
        String dataset = unique();
        String id = unique();
        String first = idOf(create(inDataset(dataset, "\"publisher\": \"Office\"",
                "\"externalIds\": [{\"system\": \"desk\", \"id\": \"a:" + id + "\"}]",
                "\"publishedOn\": {\"date\": \"2017-06-06\", \"precision\": \"day\"}")).header("Location"));
        String second = idOf(create(inDataset(dataset, "\"publishedOn\": {\"date\": \"2017-10-17\", \"precision\": \"day\"}")
                .replace("article", "post")).header("Location"));
        create(inDataset(dataset, "\"publishedOn\": {\"precision\": \"unknown\", \"asPrinted\": \"1753-01-01\"}")).then()
                .body("dataQuality[0].code", equalTo("publication_date_unknown"))
                .body("dataQuality[0].pointer", equalTo("/publishedOn"));

        own(dataset).queryParam("kind", "post").get(SOURCES).then().body("items.id", contains(second));
        own(dataset).queryParam("publisher", "Office").get(SOURCES).then().body("items.id", contains(first));
        own(dataset).queryParam("from", "2017-06-06").queryParam("to", "2017-10-16").get(SOURCES).then()
                .body("items.id", contains(first));
        own(dataset).queryParam("from", "2017-06-07").queryParam("to", "2017-10-17").get(SOURCES).then()
                .body("items.id", contains(second));
        own(dataset).queryParam("externalId", "desk:a:" + id).get(SOURCES).then().body("items.id", contains(first));
        own(dataset).queryParam("externalId", "desk:" + id).get(SOURCES).then().body("items", empty());
    }

    @Test
    void aListHoldsWhatItsReaderMaySee() {
        String dataset = unique();
        String shown = idOf(createPublic(inDataset(dataset)));
        create(inDataset(dataset));

        given().queryParam("dataset", dataset).get(SOURCES).then().body("items.id", contains(shown));
        as(Tokens.contributor("org-b")).queryParam("dataset", dataset).get(SOURCES).then().body("items.id", contains(shown));
        own(dataset).get(SOURCES).then().body("items", hasSize(2));
        as(Tokens.analyst()).queryParam("dataset", dataset).get(SOURCES).then().body("items", hasSize(2));
    }

    @Test
    void aListThatDidNotChangeIsNotSentAgain() {
        String dataset = unique();
        create(inDataset(dataset));
        String tag = own(dataset).get(SOURCES).header("ETag");

        own(dataset).header("If-None-Match", tag).get(SOURCES).then().statusCode(304);
        create(inDataset(dataset));
        own(dataset).header("If-None-Match", tag).get(SOURCES).then().statusCode(200);
    }
}
