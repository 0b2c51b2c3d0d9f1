package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class BadInputTest {

    private static final String TOKEN = Tokens.contributor("bad-input");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
            "\"nonsense\":1;400;unknown_field;/nonsense",
            "\"place\":{\"colour\":\"red\"};400;unknown_field;/place/colour",
            "\"status\":\"accepted\";400;read_only_field;/status",
            "\"version\":7;400;read_only_field;/version",
            "\"harm\":{\"grading\":\"fair\"};400;read_only_field;/harm/grading",
            "\"title\":\"again\";400;duplicate_key;/title",
            "\"place\":{\"name\":\"a\",\"name\":\"b\"};400;duplicate_key;/place/name",
            "\"harm\":{\"killed\":{\"civilians\":{\"min\":7.9}}};400;wrong_type;/harm/killed/civilians/min",
            "\"harm\":{\"killed\":{\"civilians\":{\"min\":\"7\"}}};400;wrong_type;/harm/killed/civilians/min",
            "\"harm\":{\"killed\":{\"civilians\":{\"min\":-1}}};400;invalid_value;/harm/killed/civilians/min",
            "\"harm\":{\"killed\":{\"civilians\":{\"max\":1000001}}};400;invalid_value;/harm/killed/civilians/max",
            "\"harm\":{\"killed\":{\"civilians\":{\"min\":99999999999}}};400;wrong_type;/harm/killed/civilians/min",
            "\"harm\":{\"killed\":{\"civilians\":{\"min\":9,\"max\":8}}};422;range_inverted;/harm/killed/civilians/max",
            "\"strike\":{\"count\":{\"min\":2,\"max\":1}};422;range_inverted;/strike/count/max",
            "\"summary\":\"\\ud800 half\";400;invalid_text;/summary",
            "\"summary\":\"a\\u0000b\";400;invalid_text;/summary",
            "\"summary\":\"  \";400;invalid_value;/summary",
            "\"summary\":17;400;wrong_type;/summary",
            "\"place\":{\"point\":{\"lat\":90.01,\"lon\":0}};400;invalid_value;/place/point/lat",
            "\"place\":{\"point\":{\"lat\":0,\"lon\":1e400}};400;invalid_value;/place/point/lon",
            "\"place\":{\"point\":{\"lat\":0}};400;missing_field;/place/point/lon",
            "\"place\":{\"country\":\"Syria\"};400;invalid_value;/place/country",
            "\"place\":{\"country\":\"SY\",\"admin1\":\"SY99\"};422;admin_area_unknown;/place/admin1",
            "\"place\":{\"country\":\"SY\",\"point\":{\"lat\":36.34,\"lon\":43.13}};422;place_outside_country;/place/point",
            "\"place\":{\"country\":\"SY\",\"point\":{\"lat\":39.01,\"lon\":35.95}};422;place_outside_country;/place/point",
            "\"place\":{\"country\":\"IQ\",\"admin1\":\"SY11\"};422;admin_area_unknown;/place/admin1",
            "\"place\":{\"country\":\"IQ\",\"admin2\":\"SY1101\"};422;admin_area_unknown;/place/admin2",
            "\"place\":{\"country\":\"SY\",\"admin2\":\"SY9901\"};422;admin_area_unknown;/place/admin2",
            "\"place\":{\"country\":\"SY\",\"admin1\":\"SY11\",\"admin2\":\"SY0203\"};422;admin_area_unknown;/place/admin2",
            "\"place\":{\"mgrs\":\"99SEV12345678\"};400;invalid_value;/place/mgrs",
            "\"place\":{\"mgrs\":\"37SEV1234567\"};400;invalid_value;/place/mgrs",
            "\"place\":{\"accuracy\":\"roughly\"};400;wrong_type;/place/accuracy",
            "\"parties\":[{\"party\":\"alliance-t\"}];400;missing_field;/parties/0/role",
            "\"parties\":[{\"party\":\"nobody-knows\",\"role\":\"known\"}];422;party_unknown;/parties/0/party",
            "\"parties\":[{\"party\":\"militia-t\",\"role\":\"known\"},{\"party\":\"militia-t\",\"role\":\"known\"}];422;party_repeated;/parties/1",
            "\"parties\":[null];400;wrong_type;/parties/0",
            "\"externalIds\":[{\"system\":\"s\",\"id\":\"1\"},{\"system\":\"s\",\"id\":\"1\"}];422;external_id_repeated;/externalIds/1",
            "\"infrastructure\":[\"volcano\"];400;wrong_type;/infrastructure/0",
            "\"texts\":[{\"language\":\"not a language\"}];400;invalid_value;/texts/0/language" })
    void namesThePlaceAndKindOfTheFault(String members, int status, String code, String pointer) {
        create(TOKEN, body(members)).then().spec(problemAt(status, code, pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
            "{\"from\":\"2017-02-29\"};400;invalid_date;/occurred/from",
            "{\"from\":\"2017-7-2\"};400;invalid_date;/occurred/from",
            "{\"from\":17349};400;wrong_type;/occurred/from",
            "{\"from\":\"2017-07-03\",\"to\":\"2017-07-02\"};422;range_inverted;/occurred/to",
            "{\"from\":\"1753-01-01\"};400;invalid_value;/occurred/from",
            "{\"from\":\"2150-01-01\"};422;date_in_future;/occurred/from",
            "{\"from\":\"2017-07-02\",\"to\":\"2150-01-01\"};422;date_in_future;/occurred/to",
            "{\"to\":\"2017-07-02\"};400;missing_field;/occurred/from",
            "{\"from\":\"2017-07-02\",\"localTime\":{\"kind\":\"exact\",\"from\":\"25:00\"}};400;invalid_value;/occurred/localTime/from",
            "{\"from\":\"2017-07-02\",\"localTime\":{\"kind\":\"exact\",\"zone\":\"Mars/Base\"}};400;invalid_value;/occurred/localTime/zone" })
    void refusesImpossibleDays(String occurred, int status, String code, String pointer) {
        create(TOKEN, "{\"title\":\"x\",\"occurred\":" + occurred + "}").then().spec(problemAt(status, code, pointer));
    }

    /**
     * What is known by the month or year only ends with it, also before it is over; a day that is over nowhere cannot be known.
     */
    @Test
    void takesTheDayThatHasBegunAndTheMonthAndYearThatGoOn() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String year = today.getYear() + "-12-31";
        LocalDate month = today.with(TemporalAdjusters.lastDayOfMonth());
        List.of("{\"from\":\"" + today + "\"}",
                "{\"from\":\"" + today.withDayOfMonth(1) + "\",\"to\":\"" + month + "\",\"precision\":\"month\"}",
                "{\"from\":\"" + today.getYear() + "-01-01\",\"to\":\"" + year + "\",\"precision\":\"year\"}")
                .forEach(occurred -> create(TOKEN, "{\"title\":\"x\",\"occurred\":" + occurred + "}").then().statusCode(201));
        create(TOKEN, "{\"title\":\"x\",\"occurred\":{\"from\":\"" + today.plusDays(3) + "\"}}").then()
                .spec(problemAt(422, "date_in_future", "/occurred/from"));
        create(TOKEN, body("\"place\":{\"country\":\"SY\",\"admin1\":\"SY11\",\"admin2\":\"SY1101\"}")).then().statusCode(201);
        create(TOKEN, body("\"place\":{\"country\":\"IQ\",\"admin1\":\"IQG15\",\"mgrs\":\"38SLF 1234 5678\"}")).then()
                .statusCode(201);
    }

    @Test
    void refusesWhatIsNotAnIncidentAtAll() {
        create(TOKEN, "").then().spec(problem(400, "invalid_json"));
        create(TOKEN, "{\"title\":\"x\"").then().spec(problem(400, "invalid_json"));
        create(TOKEN, "[]").then().spec(problem(400, "wrong_type"));
        create(TOKEN, "null").then().spec(problem(400, "wrong_type"));
        create(TOKEN, "{}").then().spec(problemAt(400, "missing_field", "/title"));
        create(TOKEN, "{\"title\":\"x\"}").then().spec(problemAt(400, "missing_field", "/occurred"));
        create(TOKEN, body("") + body("")).then().spec(problem(400, "wrong_type"));
        create(TOKEN, "[".repeat(40) + "]".repeat(40)).then().statusCode(400);
    }

    @Test
    void takesJsonInOneEncodingOnly() {
        for (Charset other : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16,
                Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE"))) {
            put(body("").getBytes(other));
        }
        put(("\ufeff" + body("")).getBytes(StandardCharsets.UTF_8));
        put("{\"title\":\"caf\u00e9\",\"occurred\":{\"from\":\"2017-07-02\"}}".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void put(byte[] body) {
        as(TOKEN).contentType("application/json").header("If-None-Match", "*").body(body)
                .put(INCIDENTS + "/" + UUID.randomUUID()).then().spec(problem(400, "invalid_json"));
        as(TOKEN).contentType("application/json").body(body).post(INCIDENTS).then().spec(problem(400, "invalid_json"));
    }

    @Test
    void boundsTextsListsAndBodies() {
        create(TOKEN, "{\"title\":\"" + "x".repeat(501) + "\",\"occurred\":{\"from\":\"2017-07-02\"}}").then()
                .spec(problemAt(422, "text_too_long", "/title"));
        create(TOKEN, body("\"summary\":\"" + "x".repeat(20_001) + "\"")).then()
                .spec(problemAt(422, "text_too_long", "/summary"));
        create(TOKEN, body("\"parties\":[" + "{\"party\":\"militia-t\",\"role\":\"known\"},".repeat(50)
                + "{\"party\":\"militia-t\",\"role\":\"known\"}]")).then().spec(problemAt(422, "list_too_long", "/parties"));
        create(TOKEN, body("\"summary\":\"" + "x".repeat(1_100_000) + "\"")).then()
                .spec(problemAt(413, "body_too_large", "#Content-Length"));
        as(TOKEN).contentType("text/plain").body("x").post(INCIDENTS).then().spec(problem(415, "unsupported_media_type"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "limit=0;400;limit_out_of_range;?limit",
            "limit=201;400;limit_out_of_range;?limit",
            "limit=10000;400;limit_out_of_range;?limit",
            "limit=ten;400;limit_out_of_range;?limit",
            "limit=1&limit=2;400;repeated_parameter;?limit",
            "colour=red;400;unknown_parameter;?colour",
            "after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA;400;invalid_cursor;?after",
            "after=!!;400;invalid_cursor;?after",
            "from=2017-02-30;400;invalid_date;?from",
            "from=yesterday;400;invalid_date;?from",
            "from=2017-02-02&to=2017-02-01;422;range_inverted;?to",
            "overlaps=2017-02-02;400;invalid_parameter;?overlaps",
            "overlaps=2017-02-02/2017-02-01;422;range_inverted;?overlaps",
            "country=sy;400;invalid_parameter;?country",
            "admin1=;400;invalid_parameter;?admin1",
            "place=;400;invalid_parameter;?place",
            "place=%00;400;invalid_parameter;?place",
            "bbox=1,2,3;400;invalid_parameter;?bbox",
            "bbox=0,0,0,91;400;invalid_parameter;?bbox",
            "bbox=0,10,0,9;422;range_inverted;?bbox",
            "party=No Slug;400;invalid_parameter;?party",
            "rule=a,,b;400;invalid_parameter;?rule",
            "gradings=certain;400;invalid_parameter;?gradings",
            "minKilled=-1;400;invalid_parameter;?minKilled",
            "minKilled=1000001;400;invalid_parameter;?minKilled",
            "status=published;400;invalid_parameter;?status",
            "sort=title;400;invalid_parameter;?sort",
            "count=about;400;invalid_parameter;?count" })
    void namesTheParameterAtFault(String query, int status, String code, String pointer) {
        given().urlEncodingEnabled(false).get(INCIDENTS + "?" + query.replace(" ", "%20")).then()
                .spec(problemAt(status, code, pointer));
    }

    @Test
    void takesACursorForItsOwnQuestionOnly() {
        IncidentApi.importRows(Tokens.publisher(),
                IncidentApi.publicRow("cursor", "1", "\"dataset\":\"cursor\",\"occurred\":{\"from\":\"2001-01-01\"}"),
                IncidentApi.publicRow("cursor", "2", "\"dataset\":\"cursor\",\"occurred\":{\"from\":\"2001-01-02\"}"));
        String next = given().queryParam("dataset", "cursor").queryParam("limit", 1).get(INCIDENTS).path("page.next");

        given().queryParam("dataset", "cursor").queryParam("after", next).get(INCIDENTS).then().statusCode(200);
        given().queryParam("dataset", "other").queryParam("after", next).get(INCIDENTS).then()
                .spec(problemAt(400, "invalid_cursor", "?after"));
        as(Tokens.analyst()).queryParam("dataset", "cursor").queryParam("after", next).get(INCIDENTS).then()
                .spec(problemAt(400, "invalid_cursor", "?after"));
        given().queryParam("after", next).get(INCIDENTS + "/changes").then().spec(problemAt(400, "invalid_cursor", "?after"));
        given().queryParam("dataset", "cursor").queryParam("after", next.substring(0, next.length() - 3) + "AAA")
                .get(INCIDENTS).then().spec(problemAt(400, "invalid_cursor", "?after"));
    }

    @Test
    void refusesABadTokenAlsoOnAPublicRead() {
        as("nonsense").get(INCIDENTS).then().spec(problem(401, "unauthenticated"));
        given().header("Authorization", "Basic YTpi").get(INCIDENTS).then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void refusesMethodsAndFormatsThatAreNotOffered() {
        as(Tokens.admin()).delete(INCIDENTS).then().spec(problem(405, "method_not_allowed"));
        given().accept("image/png").get(INCIDENTS).then().spec(problem(406, "not_acceptable"));
    }
}
