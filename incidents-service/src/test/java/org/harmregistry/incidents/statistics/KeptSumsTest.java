package org.harmregistry.incidents.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.incident.IncidentApi.step;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Whatever is written, and whether or not it has been folded yet: what is answered from kept sums is what the incidents
 * themselves add up to. A first day in the middle of a month, before all incidents, makes the service count these.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class KeptSumsTest {

    private static final String STATISTICS = "/api/v1/statistics";
    private static final String ORGANISATION = "kept-sums";
    private static final String[] AREAS = { "SY11", "SY02", null };
    /** Every five with {@code -Dregistry.sums.compared-every=5}; each build compares more seldom. */
    private static final int COMPARED_EVERY = Integer.getInteger("registry.sums.compared-every", 12);
    private static final String[] GROUPINGS = { "none", "month,grading", "country,admin1,strikeStatus", "year" };

    private final Random random = new Random(20261124);
    private final List<String> ids = new ArrayList<>();

    @Test
    void areExactlyWhatTheIncidentsAddUpTo() throws Exception {
        for (int i = 0; i < 60; i++) {
            write(i);
            if (i % COMPARED_EVERY == COMPARED_EVERY - 1) {
                compare();
            }
        }
        eventually("select count(*) from incident_count_delta", 0);
        compare();
        assertThat(number("select sum(incidents) from incident_count")).isEqualTo(number("select count(*) from incident"));
    }

    private void compare() {
        for (String token : new String[] { null, Tokens.contributor(ORGANISATION), Tokens.analyst() }) {
            for (String by : GROUPINGS) {
                Map<String, Object> kept = ask(token, Map.of("by", by)).getMap("");
                Map<String, Object> counted = ask(token, Map.of("by", by, "from", "1900-01-02")).getMap("");
                for (String part : List.of("total", "groups", "completeness")) {
                    assertThat(kept.get(part)).as("%s by %s", part, by).isNotNull().isEqualTo(counted.get(part));
                }
                assertThat(records(kept)).as("records by %s", by).isNotNull().isEqualTo(records(counted));
            }
        }
        JsonPath drafts = ask(Tokens.analyst(), Map.of("status", "draft", "organisation", ORGANISATION));
        assertThat(drafts.getInt("total.incidents")).isEqualTo(
                as(Tokens.analyst()).queryParams(Map.of("status", "draft", "organisation", ORGANISATION, "limit", 200))
                        .get(INCIDENTS).jsonPath().getList("items").size());
    }

    private static Object records(Map<String, Object> answer) {
        return ((Map<?, ?>) answer.get("records")).get("count");
    }

    private static JsonPath ask(String token, Map<String, String> parameters) {
        RequestSpecification reader = token == null ? given() : as(token);
        return reader.queryParams(parameters).get(STATISTICS).then().statusCode(200).extract().jsonPath();
    }

    private void write(int index) {
        int choice = ids.isEmpty() ? 0 : random.nextInt(7);
        if (choice <= 1) {
            Response made = as(Tokens.contributor(ORGANISATION)).contentType("application/json").body(body(index))
                    .post(INCIDENTS);
            made.then().statusCode(201);
            ids.add(made.path("id"));
        } else if (choice == 2) {
            importRows(Tokens.publisher(), row(index), row(index + 1_000), row(index + 2_000));
        } else {
            change(ids.get(random.nextInt(ids.size())), choice);
        }
    }

    /** Some are refused, by the state of the record; then nothing may have changed. */
    private void change(String id, int choice) {
        Response read = as(Tokens.analyst()).get(INCIDENTS + "/" + id);
        String tag = read.header("ETag");
        String status = read.path("status");
        if (choice <= 4) {
            patch(Tokens.analyst(), id, tag, body(random.nextInt(1_000))).then().statusCode(anyOf(is(200), is(409)));
        } else if (status.equals("draft")) {
            step(Tokens.analyst(), id, "submission", tag).then().statusCode(anyOf(is(200), is(403)));
        } else if (status.equals("submitted")) {
            step(Tokens.analyst(), id, "acceptance", tag).then().statusCode(200);
        } else {
            step(Tokens.publisher(), id, choice == 5 ? "publication" : "withdrawal", tag).then()
                    .statusCode(anyOf(is(200), is(409)));
        }
    }

    private String body(int index) {
        String area = AREAS[random.nextInt(AREAS.length)];
        String place = area == null ? "null"
                : "{\"country\":\"SY\",\"admin1\":\"" + area + "\"" + (random.nextBoolean() ? ",\"point\":" + point(area) : "")
                        + "}";
        String killed = random.nextInt(4) == 0 ? "null"
                : "{\"min\":" + random.nextInt(3) + ",\"max\":" + (3 + random.nextInt(5)) + "}";
        String status = random.nextBoolean() ? "likely_strike" : "contested_strike";
        String totals = random.nextBoolean() ? "null"
                : "{\"scheme\":\"scheme-" + random.nextInt(2) + "\",\"low\":" + random.nextInt(9) + ",\"best\":9,\"high\":12}";
        String day = "20" + (16 + random.nextInt(3)) + "-0" + (1 + random.nextInt(9)) + "-11";
        return "{\"title\":\"Kept sums " + index + "\",\"occurred\":{\"from\":\"" + day + "\",\"to\":\"" + day
                + "\"},\"place\":"
                + place + ",\"strike\":{\"status\":\"" + status + "\"},\"harm\":{\"killed\":{\"civilians\":" + killed
                + "},\"totalsAsPublished\":" + totals + "}}";
    }

    private static String point(String area) {
        return area.equals("SY11") ? "{\"lat\":35.95,\"lon\":39.01}" : "{\"lat\":36.2,\"lon\":37.16}";
    }

    private String row(int index) {
        return "{\"externalIds\":[{\"system\":\"kept-sums\",\"id\":\"" + index % 40
                + "\"}],\"status\":\"accepted\",\"publication\":\""
                + (random.nextBoolean() ? "public" : "withheld") + "\"," + body(index).substring(1);
    }

    private static void eventually(String query, long expected) throws SQLException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (number(query) != expected && System.nanoTime() < end) {
            LockSupport.parkNanos(100_000_000L);
        }
        assertThat(number(query)).isEqualTo(expected);
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = PostgresResource.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
