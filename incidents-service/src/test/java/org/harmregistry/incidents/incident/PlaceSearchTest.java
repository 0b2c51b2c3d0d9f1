package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.publicRow;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Incidents are found by names of their places however these were transliterated, and in the other language. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PlaceSearchTest {

    private static final String DATASET = "place-search-test";

    @BeforeEach
    void importEvents() {
        importRows(Tokens.publisher(),
                event("latin", "Raqqa", "\"country\":\"SY\""),
                event("arabic", "الرقة", "\"country\":\"SY\""),
                event("area", null, "\"country\":\"SY\",\"admin1\":\"SY11\""),
                event("siha", "Siha neighbourhood, Mosul", "\"country\":\"IQ\""),
                event("deir", "Deir ez-Zor", "\"country\":\"SY\""),
                event("iraq", "Fallujah", "\"country\":\"IQ\""));
    }

    private static String event(String id, String place, String more) {
        String name = place == null ? "" : "\"name\":\"" + place + "\",";
        return publicRow(DATASET, id,
                "\"dataset\":\"" + DATASET + "\",\"occurred\":{\"from\":\"2017-01-01\"},\"place\":{" + name
                        + more + "}");
    }

    private static ValidatableResponse list(String parameter, String value) {
        return given().queryParam("dataset", DATASET).queryParam(parameter, value).get(INCIDENTS).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "q;Raqqa;arabic area latin", "q;الرقة;arabic area latin", "q;al-Raqqah;arabic area latin",
            "q;Sihah;siha", "q;Dayr az Zawr;deir", "q;دير الزور;deir", "q;الفلوجة;iraq", "q;raqqa sihah;",
            "place;Ar Raqqah;arabic area latin", "place;Rakka;arabic area latin", "place;الرقه;arabic area latin",
            "place;Dayr az-Zawr;deir", "place;العراق;iraq siha", "place;Falujeh;" })
    void findsAnIncidentByAnyNameOfItsPlace(String parameter, String value, String expected) {
        List<String> titles = list(parameter, value).extract().path("items.title");

        assertThat(titles.stream().sorted().toList())
                .isEqualTo(
                        expected == null ? List.of() : List.of(expected.split(" ")).stream().map(id -> "Event " + id).toList());
    }

    @Test
    void saysHowItUnderstoodAName() {
        list("place", "الرقة").body("understood.place.understanding", equalTo("same_name"))
                .body("understood.place.score", equalTo(1f))
                .body("understood.place.places[0].id", equalTo(172955))
                .body("understood.place.places[0].admin1", equalTo("SY11"))
                .body("understood.place.matched", hasItem("Raqqa"));
        list("place", "Iraq").body("understood.place.country", equalTo("IQ"));
        list("place", "Falujeh").body("items", empty()).body("understood.place.understanding", equalTo("similar_spelling"))
                .body("understood.place.score", lessThan(1f)).body("understood.place.places.name", hasItem("Al Fallūjah"))
                .body("understood.place.matched", empty());
        list("place", "Siha").body("understood.place.units", empty()).body("understood.place.places", empty());
        list("place", "Zzyzx").body("understood.place.understanding", nullValue());
    }

    @ParameterizedTest
    @CsvSource({ "country, ZZ", "country, sy", "admin1, ZZ11", "admin1, SY_1", "admin2, %", "admin2, 11SY" })
    void refusesAreasOfNoCountry(String parameter, String value) {
        given().queryParam(parameter, value).get(INCIDENTS).then().spec(problemAt(400, "invalid_parameter", "?" + parameter));
    }

    @Test
    void keepsWhatAPastStateWasFoundBy() {
        String id = IncidentApi.publicIncident("place-org",
                IncidentApi.body("\"place\":{\"name\":\"Tadmur\",\"country\":\"SY\"},\"summary\":\"place-past\""));

        given().queryParam("q", "Palmyra past").get(INCIDENTS).then().body("items.id", contains(id));
        IncidentApi.patch(Tokens.analyst(), id, "\"4.full\"", "{\"place\":{\"name\":\"Homs\"}}").then().statusCode(200);
        given().queryParam("q", "Palmyra past").get(INCIDENTS).then().body("items", empty());
        given().queryParam("q", "حمص past").get(INCIDENTS).then().body("items.id", contains(id));
    }
}
