package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.path.json.JsonPath;

/** A report that is made by the calendar: once, whoever looks, and not for ever after a downtime. */
@ServiceTest
class ScheduleTest {

    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);

    @BeforeEach
    void neighbours() {
        ReportsScene.neighbours("world=raqqa");
    }

    @Test
    void twoReplicasMakeEachMonthOnce() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, scheduled("0 0 0 1 * ?", "UTC", NOW.minusMonths(2).atDay(1) + "T00:00:00Z", 12));
        IntStream.range(0, 2).parallel().forEach(replica -> ReportsScene.makeDue());
        ReportsScene.makeDue();
        assertThat(periods(slug)).containsExactlyInAnyOrder(NOW.minusMonths(1).toString(), NOW.minusMonths(2).toString(),
                NOW.minusMonths(3).toString());
        assertThat(ReportsScene.count("select count(*) from edition where report = '" + slug + "' and number > 1")).isZero();
        assertThat(ReportsScene
                .count("select count(*) from revision r join edition e on e.id = r.record_id where e.report = '" + slug
                        + "' and r.kind = 'published'"))
                .isEqualTo(3);
        given().accept("text/html").get("/reports/" + slug).then().statusCode(200);
    }

    @Test
    void catchesUpWithTheNewestOnly() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, scheduled("0 0 0 1 * ?", "UTC", "2015-01-01T00:00:00Z", 1));
        ReportsScene.makeDue();
        assertThat(periods(slug)).containsExactlyInAnyOrder(NOW.minusMonths(1).toString(), NOW.minusMonths(2).toString());
        // A change of the definition brings nothing back.
        given().auth().oauth2(Tokens.publisher()).contentType("application/merge-patch+json").header("If-Match", "*")
                .body("{\"title\": \"Another\"}").patch("/api/v1/reports/" + slug).then().statusCode(200);
        ReportsScene.makeDue();
        assertThat(periods(slug)).hasSize(2);
        assertThat(ReportsScene.count("select count(*) from report_definition where slug = '" + slug
                + "' and next_fire_at > now()")).isEqualTo(1);
    }

    @Test
    void showsTheNextDates() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, scheduled("0 0 9 ? * 5L", "Asia/Damascus", "2090-01-01T00:00:00Z", 12));
        // By the calendar of 2090: the last Thursdays, at nine in Damascus.
        JsonPath next = given().get("/api/v1/reports/" + slug + "/schedule").then().statusCode(200).body("next", hasSize(12))
                .body("schedule.cron", equalTo("0 0 9 ? * 5L")).extract().jsonPath();
        assertThat(next.getList("next.at", String.class).subList(0, 2)).containsExactly("2090-01-26T06:00:00Z",
                "2090-02-23T06:00:00Z");
        assertThat(next.getList("next.period", String.class).subList(0, 2)).containsExactly("2089-12", "2090-01");
        ReportsScene.makeDue();
        assertThat(periods(slug)).isEmpty();
        given().get("/api/v1/reports/" + define() + "/schedule").then().statusCode(200).body("next", hasSize(0));
    }

    @Test
    void aTrialKeepsNothing() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, scheduled("0 0 9 ? * 5L", "Asia/Damascus", "2018-07-01T00:00:00Z", 0));
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").post("/api/v1/reports/" + slug + "/trial")
                .then()
                .statusCode(200).body("period", equalTo(nextPeriod(slug))).body("findings", hasSize(0));
        assertThat(periods(slug)).isEmpty();
        given().auth().oauth2(Tokens.analyst()).contentType("application/json").post("/api/v1/reports/" + slug + "/trial")
                .then()
                .spec(Problems.problem(403, "forbidden"));
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").body("{\"period\": \"1999-01\"}")
                .post("/api/v1/reports/" + slug + "/trial").then().spec(Problems.problemAt(422, "period_unknown", "/period"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "every day | UTC | 2020-01-01T00:00:00Z | month_before | invalid_value | /schedule/cron",
            "0 0 9 * * | UTC | 2020-01-01T00:00:00Z | month_before | invalid_value | /schedule/cron",
            "0 0 9 ? * 5L | Mars/Olympus | 2020-01-01T00:00:00Z | month_before | invalid_value | /schedule/zone",
            "0 0 9 ? * 5L | UTC | tomorrow | month_before | invalid_date | /schedule/start",
            "0 0 9 ? * 5L | UTC | 2020-01-01T00:00:00Z | aeon_before | wrong_type | /schedule/period",
            "0 0 9 ? * 5L | UTC | 2020-01-01T00:00:00Z | week_before | invalid_value | /schedule/period" })
    void refusesWhatNeverFires(String cron, String zone, String start, String period, String code, String pointer) {
        String body = scheduled(cron, zone, start, 1).replace("month_before", period);
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").header("If-None-Match", "*").body(body)
                .put("/api/v1/reports/" + ReportsScene.slug()).then().spec(Problems.problemAt(400, code, pointer));
    }

    private static String define() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.casualties("coalition", "2018-06"));
        return slug;
    }

    private static String nextPeriod(String slug) {
        return given().get("/api/v1/reports/" + slug + "/schedule").then().extract().path("next[0].period");
    }

    private static List<String> periods(String slug) {
        return given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions?report=" + slug).then().statusCode(200).extract()
                .jsonPath().getList("items.period.key");
    }

    private static String scheduled(String cron, String zone, String start, int catchUp) {
        return """
                {"template": "civilian_casualty_report", "title": "Civilian casualty report", "filter": {"party": "coalition"},
                 "schedule": {"cron": "%s", "zone": "%s", "start": "%s", "period": "month_before", "catchUp": %d}}
                """.formatted(cron, zone, start, catchUp);
    }
}
