package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
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
import io.restassured.path.json.JsonPath;

/** The part that each kind of source has of its own. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourcePartTest {

    private static final String OWN = Tokens.contributor("org-a");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "interview | interview | {\"heldOn\": \"2018-02-14\", \"place\": {\"name\": \"A village\", \"country\": \"SY\", \"admin1\": \"SY11\", \"admin2\": \"SY1100\"}, \"interviewerRole\": \"field researcher\", \"language\": \"ar\", \"interpreter\": true, \"family\": \"FAM-01\", \"people\": 3, \"mode\": \"in_person\"}",
            "site_visit | siteVisit | {\"visitedOn\": \"2018-02-15\", \"place\": {\"name\": \"A street\", \"country\": \"SY\", \"point\": {\"lat\": 35.9512, \"lon\": 39.0187}, \"accuracyMetres\": 10}, \"organisation\": \"A monitor\", \"teamSize\": 4, \"seen\": \"A crater.\", \"damage\": [{\"object\": \"house\", \"extent\": \"destroyed\"}, {\"object\": \"wall\"}], \"remnants\": [{\"description\": \"a fin\", \"munition\": \"GBU-39\", \"markings\": \"96214\"}]}",
            "imagery | imagery | {\"before\": {\"takenOn\": \"2017-06-01\", \"sensor\": \"WorldView-3\", \"provider\": \"a provider\", \"resolutionMetres\": 0.31, \"sceneId\": \"S-1\"}, \"after\": {\"takenOn\": \"2017-06-30\"}, \"footprint\": {\"west\": 39.0, \"south\": 35.9, \"east\": 39.05, \"north\": 35.95}}",
            "statement | statement | {\"speaker\": \"A spokesperson\", \"office\": \"Press office\", \"party\": \"coalition\", \"channel\": \"tweet\", \"addressedTo\": \"everybody\"}",
            "letter | letter | {\"from\": \"An office\", \"to\": \"A monitor\", \"reference\": \"REF-1\", \"receivedOn\": \"2018-05-10\"}",
            "register | registerEntry | {\"register\": \"Register of a morgue\", \"entry\": \"17/2017\", \"heldBy\": \"A hospital\"}",
            "post | post | {\"platform\": \"telegram\", \"account\": \"@channel\", \"postId\": \"4711\", \"firstSeen\": \"2017-06-28T18:00:00.123456Z\", \"deleted\": true}",
            "article | article | {\"outlet\": \"A paper\", \"section\": \"World\", \"page\": \"A3\"}",
            "report | fieldwork | {\"sitesVisited\": 42, \"interviews\": 112, \"families\": 4}",
    })
    void aPartIsReadAsItWasWrittenInAnswerListAndHistory(String kind, String part, String written) {
        String dataset = unique();
        String address = create(
                "{\"kind\": \"" + kind + "\", \"title\": \"With a part\", \"dataset\": \"" + dataset + "\", \"" + part
                        + "\": " + written + "}")
                .then().statusCode(201).extract().header("Location");
        Object expected = JsonPath.from(written).get("");

        assertThat(as(OWN).get(address).<Object> path(part)).isEqualTo(expected);
        assertThat(as(OWN).queryParam("dataset", dataset).get(SOURCES).<Object> path("items[0]." + part)).isEqualTo(expected);
        assertThat(as(OWN).get(address + "/revisions").<Object> path("items[0].snapshot." + part)).isEqualTo(expected);
        patch(address, OWN, "\"1.own\"", "{\"" + part + "\": null}").then().statusCode(200).body(part, nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "422 | part_of_another_kind | /interview | post | \"interview\": {\"people\": 1}",
            "422 | part_of_another_kind | /siteVisit | interview | \"siteVisit\": {\"teamSize\": 1}",
            "422 | part_of_another_kind | /imagery | report | \"imagery\": {\"before\": {\"sensor\": \"s\"}}",
            "422 | part_of_another_kind | /statement | letter | \"statement\": {\"party\": \"coalition\"}",
            "422 | part_of_another_kind | /letter | statement | \"letter\": {\"from\": \"f\"}",
            "422 | part_of_another_kind | /registerEntry | photo | \"registerEntry\": {\"entry\": \"1\"}",
            "422 | part_of_another_kind | /post | video | \"post\": {\"postId\": \"1\"}",
            "422 | part_of_another_kind | /article | post | \"article\": {\"page\": \"1\"}",
            "400 | missing_field | /interview | interview | \"interview\": {}",
            "400 | unknown_field | /interview/name | interview | \"interview\": {\"people\": 1, \"name\": \"n\"}",
            "400 | invalid_value | /interview/family | interview | \"interview\": {\"family\": \"a family name\"}",
            "400 | invalid_value | /interview/people | interview | \"interview\": {\"people\": 0}",
            "400 | wrong_type | /interview/mode | interview | \"interview\": {\"mode\": \"by_letter\"}",
            "400 | invalid_value | /interview/place/country | interview | \"interview\": {\"place\": {\"country\": \"XX\"}}",
            "422 | area_of_another_country | /interview/place/admin1 | interview | \"interview\": {\"place\": {\"country\": \"SY\", \"admin1\": \"IQ01\"}}",
            "422 | date_in_future | /interview/heldOn | interview | \"interview\": {\"heldOn\": \"2999-01-01\"}",
            "400 | invalid_date | /siteVisit/visitedOn | site_visit | \"siteVisit\": {\"visitedOn\": \"2018-02-30\"}",
            "400 | invalid_value | /siteVisit/place/point/lat | site_visit | \"siteVisit\": {\"place\": {\"point\": {\"lat\": 91, \"lon\": 0}}}",
            "400 | missing_field | /siteVisit/place/point/lon | site_visit | \"siteVisit\": {\"place\": {\"point\": {\"lat\": 9}}}",
            "400 | invalid_value | /siteVisit/place/accuracyMetres | site_visit | \"siteVisit\": {\"place\": {\"name\": \"n\", \"accuracyMetres\": 0}}",
            "400 | missing_field | /siteVisit/damage/0/object | site_visit | \"siteVisit\": {\"damage\": [{\"extent\": \"destroyed\"}]}",
            "400 | wrong_type | /siteVisit/remnants/0 | site_visit | \"siteVisit\": {\"remnants\": [null]}",
            "422 | range_inverted | /imagery/after/takenOn | imagery | \"imagery\": {\"before\": {\"takenOn\": \"2018-01-02\"}, \"after\": {\"takenOn\": \"2018-01-01\"}}",
            "422 | range_inverted | /imagery/footprint/south | imagery | \"imagery\": {\"footprint\": {\"west\": 1, \"south\": 2, \"east\": 3, \"north\": 1}}",
            "400 | missing_field | /imagery/footprint/north | imagery | \"imagery\": {\"footprint\": {\"west\": 1, \"south\": 2, \"east\": 3}}",
            "400 | invalid_value | /imagery/before/resolutionMetres | imagery | \"imagery\": {\"before\": {\"resolutionMetres\": 0}}",
            "422 | date_in_future | /imagery/after/takenOn | imagery | \"imagery\": {\"after\": {\"takenOn\": \"2999-01-01\"}}",
            "422 | date_in_future | /letter/receivedOn | letter | \"letter\": {\"receivedOn\": \"2999-01-01\"}",
            "422 | date_in_future | /post/firstSeen | post | \"post\": {\"firstSeen\": \"2999-01-01T00:00:00Z\"}",
            "400 | invalid_date | /post/firstSeen | post | \"post\": {\"firstSeen\": \"2018-01-01\"}",
            "400 | wrong_type | /post/firstSeen | post | \"post\": {\"firstSeen\": 1514764800}",
            "400 | wrong_type | /post/deleted | post | \"post\": {\"deleted\": \"true\"}",
            "422 | date_in_future | /publishedOn/date | article | \"publishedOn\": {\"date\": \"2999-01-01\", \"precision\": \"day\"}",
            "400 | missing_field | /texts/0/translation/by | article | \"texts\": [{\"language\": \"en\", \"text\": \"a\", \"translation\": {}}]",
            "422 | translation_unknown | /texts/0/translation/of | article | \"texts\": [{\"language\": \"en\", \"text\": \"Hello\", \"translation\": {\"by\": \"machine\", \"of\": \"sha-256:185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969\"}}]",
            "422 | translation_unknown | /texts/0/translation/of | article | \"texts\": [{\"language\": \"en\", \"text\": \"a\", \"translation\": {\"by\": \"machine\", \"of\": \"sha-256:0000000000000000000000000000000000000000000000000000000000000000\"}}]",
    })
    void aPartAgainstTheRulesIsRefused(int status, String code, String pointer, String kind, String members) {
        create("{\"kind\": \"" + kind + "\", \"title\": \"t\", " + members + "}").then().spec(problemAt(status, code, pointer));
    }

    @Test
    void everybodySeesTheCellOfASiteAndNeverThePoint() {
        String dataset = unique();
        String address = createPublic("{\"kind\": \"site_visit\", \"title\": \"A visit\", \"dataset\": \"" + dataset
                + "\", \"siteVisit\": {\"place\": {\"name\": \"A street\","
                + " \"point\": {\"lat\": 35.9512, \"lon\": 39.0187}, \"accuracyMetres\": 10}}}");

        for (String answer : new String[] { given().get(address).asString(),
                given().queryParam("dataset", dataset).get(SOURCES).asString(),
                given().queryParam("dataset", dataset).queryParam("format", "ndjson").get(SOURCES).asString(),
                given().queryParam("dataset", dataset).queryParam("format", "csv").get(SOURCES).asString(),
                as(OWN).get(address).asString() }) {
            assertThat(answer).contains("35.955", "39.015").doesNotContain("35.9512", "39.0187", "accuracyMetres\":");
        }
        as(Tokens.analyst()).get(address).then().body("siteVisit.place.point.lat", equalTo(35.9512f))
                .body("siteVisit.place.accuracyMetres", equalTo(10));
    }

    @Test
    void translationsStandBesideTheOriginal() {
        String address = create(
                "{\"kind\": \"article\", \"title\": \"Two languages\", \"texts\": [{\"language\": \"en\", \"text\": \"Hello\"},"
                        + " {\"language\": \"ar\", \"text\": \"مرحبا\", \"translation\": {\"by\": \"machine\", \"of\":"
                        + " \"sha-256:185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969\"}}]}")
                .header("Location");

        as(OWN).get(address).then().body("texts[0].translation", nullValue()).body("texts[1].text", equalTo("مرحبا"))
                .body("texts[1].translation.by", equalTo("machine"))
                .body("texts[1].translation.of", equalTo(
                        "sha-256:185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969"));
    }
}
