package org.harmregistry.reports;

import static io.restassured.RestAssured.given;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.correction.Corrections;
import org.harmregistry.reports.edition.domain.EditionMaking;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** What the tests of this service do again and again. */
final class ReportsScene {

    private static final Config CONFIG = ConfigProvider.getConfig();

    private ReportsScene() {
    }

    /**
     * Tells the neighbours what to serve, such as {@code world=river&away=1}; nobody remembers what trouble they had before.
     */
    static void neighbours(String control) {
        Arc.container().instance(CircuitBreakerMaintenance.class).get().resetAll();
        toNeighbours().get("/control?" + control).then().statusCode(200);
    }

    /** Lets the neighbours answer the read that they hold. */
    static void release() {
        toNeighbours().get("/release").then().statusCode(200);
    }

    /** Adds to a neighbour's change feed, such as {@code collection=incidents&id=…}, or lets the feeds begin {@code anew=1}. */
    static void change(String told) {
        toNeighbours().get("/change?" + told).then().statusCode(200);
    }

    /** Lists, follows and marks, as the schedule does. */
    static void follow() {
        Corrections corrections = Arc.container().instance(Corrections.class).get();
        try {
            VertxContextSupport.subscribeAndAwait(corrections::follow);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The reads that the neighbours were asked for since they were last told what to serve. */
    static List<String> askedOfNeighbours() {
        return toNeighbours().get("/asked").then().statusCode(200).extract().jsonPath().getList("$");
    }

    private static RequestSpecification toNeighbours() {
        String address = CONFIG.getValue("quarkus.rest-client.incidents.url", String.class);
        return RestAssured.given().baseUri(address).port(Integer.parseInt(address.replaceAll(".*:", "")));
    }

    /** A body for a report with more members, such as {@code "publication": {"rule": "two_persons"}}. */
    static String with(String body, String members) {
        return body.stripTrailing().replaceFirst("\\}$", ", " + Matcher.quoteReplacement(members) + "}");
    }

    static String secondPublisher() {
        return Tokens.of("publisher", "registry", "publisher-2");
    }

    /** A publisher's decision about an edition, on the version that is current. */
    static ValidatableResponse decide(String token, String id, String decision) {
        String tag = given().auth().oauth2(token).get("/api/v1/editions/" + id).then().extract().header("ETag");
        return given().auth().oauth2(token).contentType("application/json").header("If-Match", tag)
                .body("{\"reason\": \"as the rules ask\"}").post("/api/v1/editions/" + id + "/" + decision).then();
    }

    /** A stored definition, its edition made as far as it goes; the edition as a publisher sees it. */
    static JsonPath made(String slug, String body) {
        define(slug, body);
        makeDue();
        return edition(slug);
    }

    static String slug() {
        return "report-" + UUID.randomUUID();
    }

    static void define(String slug, String body) {
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").header("If-None-Match", "*")
                .body(body).put("/api/v1/reports/" + slug).then().statusCode(201);
    }

    static String raqqa(String title) {
        return """
                {"template": "acknowledgement_gap", "title": "%s",
                 "filter": {"country": "SY", "admin1": "SY11", "party": "coalition"}, "languages": ["en"],
                 "periods": [{"from": "2017-06-06", "to": "2017-10-17"}], "publication": {"rule": "unattended"},
                 "case": {"report": {"system": "case-raqqa", "id": "report"}, "article": {"system": "case-raqqa", "id": "article"},
                          "letter": {"system": "case-raqqa", "id": "letter"}, "town": "Ar Raqqah town",
                          "rules": ["headline-names-coalition-1", "airwars-series-1"],
                          "knownOn": ["2018-07-17", "2019-04-24", "2019-04-25"], "gapPlace": "Raqqa",
                          "gapPeriod": {"from": "2017-06", "to": "2017-10"}, "commitmentDueOn": "2018-07-26"}}
                """
                .formatted(title);
    }

    static String river() {
        return """
                {"template": "acknowledgement_gap", "title": "River gap", "filter": {"party": "force-a"},
                 "periods": [{"from": "2020-02-03", "to": "2020-02-29", "label": "Four weeks in February"}],
                 "case": {"report": {"system": "case-river", "id": "report"}, "town": "River Town",
                          "rules": ["named-in-headline-3"], "knownOn": ["2020-04-01"], "gapPlace": "River Town",
                          "commitmentDueOn": "2020-04-20"}}
                """;
    }

    static String casualties(String party, String month) {
        return """
                {"template": "civilian_casualty_report", "title": "Civilian casualty report", "filter": {"party": "%s"},
                 "periods": ["%s"]}
                """.formatted(party, month);
    }

    /** An overview of four weeks around a turn of the year, in both languages. */
    static String overview(String title) {
        return """
                {"template": "period_overview", "title": "%s", "filter": {"country": "XA"}, "languages": ["en", "ar"],
                 "periods": [{"from": "2020-12-21", "to": "2021-01-17"}]}
                """.formatted(title);
    }

    /** A dossier of the first incident of the valley for the party that is suspected, in both languages. */
    static String dossier(String title) {
        return """
                {"template": "incident_dossier", "title": "%s", "languages": ["en", "ar"],
                 "filter": {"party": "force-v", "incident": "0197f3c2-0000-7000-8000-000000000001"},
                 "periods": [{"from": "2020-12-22", "to": "2020-12-22"}]}
                """.formatted(title);
    }

    /** An investigation in the valley, in both languages. */
    static String investigation(String title) {
        return """
                {"template": "field_investigation", "title": "%s", "languages": ["en", "ar"],
                 "filter": {"country": "XA", "party": "force-v"}, "case": {"report": {"system": "case-valley", "id": "report"}},
                 "periods": [{"from": "2020-12-21", "to": "2021-01-17"}]}
                """.formatted(title);
    }

    /** Makes what is due, as the schedule does. */
    static void makeDue() {
        EditionMaking making = Arc.container().instance(EditionMaking.class).get();
        try {
            VertxContextSupport.subscribeAndAwait(making::makeDue);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest edition of a report, as a publisher sees it. */
    static JsonPath edition(String slug) {
        String id = given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions?report=" + slug).then().statusCode(200)
                .extract().path("items[0].id");
        return given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions/" + id).then().statusCode(200).extract()
                .jsonPath();
    }

    static int sql(String statement) {
        try (Connection connection = database(); Statement sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query gives. */
    static int count(String query) {
        try (Connection connection = database();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(CONFIG.getValue("quarkus.datasource.jdbc.url", String.class),
                CONFIG.getValue("quarkus.flyway.username", String.class),
                CONFIG.getValue("quarkus.flyway.password", String.class));
    }
}
