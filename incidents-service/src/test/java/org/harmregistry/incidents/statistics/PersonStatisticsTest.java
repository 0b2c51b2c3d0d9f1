package org.harmregistry.incidents.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.victim.VictimApi.add;
import static org.harmregistry.incidents.victim.VictimApi.person;
import static org.harmregistry.incidents.victim.VictimApi.victims;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Recorded victims, counted by sex and age group. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PersonStatisticsTest {

    private static final String STATISTICS = "/api/v1/statistics";
    private static final String OWNER = "person-statistics";

    private static String incident(String dataset, String day) {
        return publicIncident(OWNER, body("\"dataset\":\"" + dataset + "\"").replace("2017-07-02", day));
    }

    private static void persons(String incident, int count, String sex, String age, String state) {
        for (int i = 0; i < count; i++) {
            add(Tokens.analyst(), incident, person(state, "\"sex\":\"" + sex + "\",\"ageGroup\":\"" + age + "\"")).then()
                    .statusCode(201);
        }
    }

    private static ValidatableResponse by(RequestSpecification reader, String dataset, String by) {
        return reader.queryParam("dataset", dataset).queryParam("by", by).get(STATISTICS).then().statusCode(200);
    }

    @Test
    void countsPersonsBySexAndAgeGroup() {
        String first = incident("persons-1", "2017-07-02");
        String second = incident("persons-1", "2017-08-02");
        persons(first, 3, "woman", "adult", "unidentified_body");
        persons(first, 1, "man", "child", "injured");
        persons(second, 4, "woman", "adult", "missing");

        for (String token : List.of(Tokens.analyst(), Tokens.contributor(OWNER))) {
            by(as(token), "persons-1", "sex").body("total.incidents", equalTo(2)).body("groupsOverlap", equalTo(true))
                    .body("groups.key", contains("man", "woman")).body("groups.incidents", contains(1, 2))
                    .body("groups.persons", contains(Map.of("killed", 0, "injured", 1, "missing", 0),
                            Map.of("killed", 3, "injured", 0, "missing", 4)))
                    .body("groups.killed", contains(nullValue(), nullValue()));
        }
        by(as(Tokens.analyst()), "persons-1", "month,ageGroup")
                .body("smallestKind", equalTo(1))
                .body("groups.keys", contains(Map.of("month", "2017-07", "ageGroup", "adult"),
                        Map.of("month", "2017-07", "ageGroup", "child"), Map.of("month", "2017-08", "ageGroup", "adult")));
        by(given(), "persons-1", "sex").body("smallestKind", equalTo(3))
                .body("groups.key", contains("not_shown", "woman"))
                .body("groups.persons.injured", contains(1, 0)).body("groups.persons.killed", contains(0, 3));
    }

    /** The table of SDG 16.1.2: year by sex, age group, status and cause; told by hand from the persons below. */
    @Test
    void countsPersonsByEveryListOfTheIndicator() {
        String incident = incident("persons-3", "2017-07-02");
        String[] kinds = { "civilian,heavy_weapons_explosive_munitions", "civilian,incendiary",
                "member_of_armed_forces,incendiary" };
        for (int i = 0; i < 6; i++) {
            String[] kind = kinds[i < 3 ? 0 : i < 5 ? 1 : 2].split(",");
            add(Tokens.analyst(), incident, person("unidentified_body", "\"sex\":\"man\",\"ageGroup\":\"adult\",\"status\":\""
                    + kind[0] + "\",\"cause\":\"" + kind[1] + "\"")).then().statusCode(201);
        }
        by(as(Tokens.analyst()), "persons-3", "year,sex,ageGroup,civilianStatus,cause")
                .body("groups.keys.cause", contains("heavy_weapons_explosive_munitions", "incendiary", "incendiary"))
                .body("groups.keys.civilianStatus", contains("civilian", "civilian", "member_of_armed_forces"))
                .body("groups.keys.year", contains("2017", "2017", "2017"))
                .body("groups.persons.killed", contains(3, 2, 1));
        by(as(Tokens.analyst()), "persons-3", "cause").body("groups.persons.killed", contains(3, 3));
        by(given(), "persons-3", "cause,civilianStatus")
                .body("groups.keys.cause", contains("heavy_weapons_explosive_munitions", "not_shown"))
                .body("groups.keys.civilianStatus", contains("civilian", "not_shown"))
                .body("groups.persons.killed", contains(3, 3));
        given().queryParam("by", "month,party,grading,year,sex").get(STATISTICS).then()
                .spec(problemAt(400, "invalid_parameter", "?by"));
    }

    /**
     * Whichever incidents a reader cuts out: the answer is the sum of what everybody reads of each, so cutting tells nothing.
     */
    @Test
    void tellsEverybodyNoMoreThanTheIncidentsDoOneByOne() {
        Random random = new Random(7);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(incident("persons-2", "2017-07-1" + i));
            persons(ids.get(i), random.nextInt(5), "man", "adult", "unidentified_body");
            persons(ids.get(i), random.nextInt(5), "woman", "child", "unidentified_body");
        }
        for (int from = 0; from < 6; from++) {
            for (int to = from; to < 6; to++) {
                Map<String, Integer> told = new TreeMap<>();
                JsonPath answer = given()
                        .queryParams(Map.of("dataset", "persons-2", "by", "sex", "from", "2017-07-1" + from, "to",
                                "2017-07-1" + to))
                        .get(STATISTICS).jsonPath();
                for (Map<String, Object> group : answer.<Map<String, Object>> getList("groups")) {
                    told.put((String) group.get("key"), (Integer) ((Map<?, ?>) group.get("persons")).get("killed"));
                }
                assertThat(told).isEqualTo(readOneByOne(ids.subList(from, to + 1)));
            }
        }
    }

    private static Map<String, Integer> readOneByOne(List<String> ids) {
        Map<String, Integer> sums = new TreeMap<>();
        for (String id : ids) {
            JsonPath counts = given().get(victims(id) + "/counts").jsonPath();
            for (Map<String, Object> kind : counts.<Map<String, Object>> getList("kinds")) {
                sums.merge((String) kind.get("sex"), (Integer) kind.get("persons"), Integer::sum);
            }
            Integer notShown = counts.get("notShown.killed");
            if (notShown != null) {
                sums.merge("not_shown", notShown, Integer::sum);
            }
        }
        return sums;
    }
}
