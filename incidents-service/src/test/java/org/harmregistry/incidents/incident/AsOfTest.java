package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.kit.testing.Problems.problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the registry says of its past is what it said then. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AsOfTest {

    /** One past state of everything: title and killed of each record by id, and which of them were public. */
    private record Moment(String instant, Map<String, String> titles, Map<String, Integer> killed, Map<String, Boolean> open) {
    }

    private final Random random = new Random(42);
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<String, Integer> killed = new HashMap<>();
    private final Map<String, Boolean> open = new HashMap<>();
    private final List<Moment> moments = new ArrayList<>();

    private void remember(Response answer) {
        moments.add(new Moment(answer.path("updatedAt"), new TreeMap<>(titles), new HashMap<>(killed), new HashMap<>(open)));
    }

    private static String tag(String id) {
        return as(Tokens.analyst()).get(INCIDENTS + "/" + id).header("ETag");
    }

    private void changeSomething(int turn) {
        List<String> ids = List.copyOf(titles.keySet());
        if (ids.size() < 3 || random.nextInt(5) == 0) {
            Response made = create(Tokens.contributor("as-of"),
                    body("\"harm\":{\"killed\":{\"civilians\":{\"min\":" + turn + "}}}"));
            String id = made.then().statusCode(201).extract().path("id");
            titles.put(id, "Strike on a market");
            killed.put(id, turn);
            open.put(id, false);
            remember(made);
            return;
        }
        String id = ids.get(random.nextInt(ids.size()));
        Response changed = patch(Tokens.analyst(), id, tag(id), "{\"title\":\"Turn " + turn
                + "\",\"harm\":{\"killed\":{\"civilians\":{\"min\":" + turn + "}}}}");
        changed.then().statusCode(200);
        titles.put(id, "Turn " + turn);
        killed.put(id, turn);
        remember(changed);
        if (!open.get(id) && random.nextInt(3) == 0) {
            publish(id);
        }
    }

    private void publish(String id) {
        remember(step(Tokens.analyst(), id, "submission", tag(id)));
        remember(step(Tokens.analyst(), id, "acceptance", tag(id)));
        open.put(id, true);
        remember(step(Tokens.publisher(), id, "publication", tag(id)));
    }

    @Test
    void answersEveryPastInstantAsItWas() {
        for (int turn = 1; turn <= 40; turn++) {
            changeSomething(turn);
        }
        Map<String, Boolean> openToday = new HashMap<>(open);
        for (Moment moment : moments) {
            assertThat(listed(as(Tokens.analyst()), moment.instant())).isEqualTo(moment.titles());
            Map<String, String> everybodys = moment.titles().entrySet().stream()
                    .filter(entry -> moment.open().get(entry.getKey()) && openToday.get(entry.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThat(listed(given(), moment.instant())).isEqualTo(everybodys);
            int sum = moment.killed().values().stream().mapToInt(Integer::intValue).sum();
            as(Tokens.analyst()).queryParam("organisation", "as-of").queryParam("asOf", moment.instant())
                    .get("/api/v1/statistics").then().statusCode(200)
                    .body("total.incidents", equalTo(moment.titles().size()))
                    .body("total.killed.civilians.min", equalTo(sum)).body("asOf", equalTo(moment.instant()));
        }
    }

    private static Map<String, String> listed(RequestSpecification caller, String instant) {
        List<Map<String, Object>> items = caller.queryParam("organisation", "as-of").queryParam("asOf", instant)
                .queryParam("limit", 200).get(INCIDENTS).then().statusCode(200).body("asOf", equalTo(instant))
                .extract().path("items");
        return items.stream().collect(Collectors.toMap(item -> (String) item.get("id"), item -> (String) item.get("title")));
    }

    @Test
    void readsOneRecordAsItWas() {
        Response made = create(Tokens.contributor("as-of-one"), body(""));
        String id = made.path("id");
        String code = made.path("code");
        String first = made.path("updatedAt");
        Response changed = patch(Tokens.analyst(), id, tag(id),
                "{\"title\":\"Other\",\"occurred\":{\"from\":\"2018-01-01\",\"to\":null}}");

        as(Tokens.analyst()).queryParam("asOf", first).get(INCIDENTS + "/" + id).then().statusCode(200)
                .body("title", equalTo("Strike on a market")).body("version", equalTo(1)).body("code", equalTo(code))
                .body("asOf", equalTo(first)).header("ETag", "\"1.full\"");
        as(Tokens.analyst()).queryParam("asOf", changed.<String> path("updatedAt")).get(INCIDENTS + "/" + code).then()
                .statusCode(200).body("title", equalTo("Other")).body("version", equalTo(2));
        as(Tokens.analyst()).queryParam("asOf", Instant.parse(first).minusMillis(1).toString()).get(INCIDENTS + "/" + id)
                .then().spec(problem(404, "not_found"));
        as(Tokens.contributor("others")).queryParam("asOf", first).get(INCIDENTS + "/" + id).then()
                .spec(problem(404, "not_found"));
    }

    @Test
    void answersTheFutureAsOfNow() {
        Instant before = Instant.now();
        String effective = given().queryParam("asOf", "2999-01-01T00:00:00Z").get(INCIDENTS).then().statusCode(200)
                .extract().path("asOf");

        assertThat(Instant.parse(effective)).isBetween(before.minusSeconds(2), Instant.now());
    }
}
