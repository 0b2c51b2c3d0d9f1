package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.anonymous;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.step;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class HistoryTest {

    /** What a reader with a token (or none) is told behind a cursor. */
    private record Walk(List<String> entries, String cursor) {

        static Walk from(String token, String cursor) {
            List<String> entries = new ArrayList<>();
            JsonPath page;
            String next = cursor;
            do {
                var request = (token == null ? anonymous() : as(token)).queryParam("limit", 200);
                page = (next == null ? request : request.queryParam("after", next)).get(INCIDENTS + "/changes").then()
                        .statusCode(200).extract().jsonPath();
                page.<Map<String, Object>> getList("items").forEach(
                        item -> entries.add(item.get("id") + " " + item.get("kind") + " " + item.get("version")));
                next = page.getString("page.next");
            } while (page.getBoolean("page.more"));
            return new Walk(entries, next);
        }

        Walk goOn(String token) {
            return from(token, cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "update revision set reason = 'another'", "delete from revision", "truncate revision",
            "update change set kind = 'another'", "delete from change", "delete from incident", "drop table revision",
            "create table x (y int)" })
    void keepsItsHistoryFromTheServiceItself(String statement) throws SQLException {
        try (Connection connection = PostgresResource.asService(); Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).isInstanceOf(SQLException.class)
                    .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void tellsAReaderWhatItMaySeeInOrderAndWhatLeftItsSight() {
        Walk all = Walk.from(Tokens.analyst(), null);
        Walk everybody = Walk.from(null, null);
        String draft = create(Tokens.contributor("history"), body("")).path("id");
        String shown = publicIncident("history", body(""));
        step(Tokens.publisher(), shown, "withholding", "\"4.full\"").then().statusCode(200);

        assertThat(all.goOn(Tokens.analyst()).entries()).containsExactly(draft + " created 1", shown + " created 1",
                shown + " submitted 2", shown + " accepted 3", shown + " published 4", shown + " withheld 5");
        assertThat(everybody.goOn(null).entries()).containsExactly(shown + " removed 1");
        assertThat(everybody.goOn(null).goOn(null).entries()).isEmpty();
    }

    @Test
    void tellsEverybodyOnlyWhatEverybodySeesInTheVersionThatEverybodyCounts() {
        Walk everybody = Walk.from(null, null);
        Walk all = Walk.from(Tokens.analyst(), null);
        String id = publicIncident("history", body("\"place\":{\"name\":\"Raqqa\",\"country\":\"SY\","
                + "\"point\":{\"lat\":35.9512,\"lon\":39.0112}}"));
        change(id, "{\"place\":{\"point\":{\"lat\":35.9513,\"lon\":39.0113}}}");
        change(id, "{\"title\":\"What everybody can read\"}");

        assertThat(all.goOn(Tokens.analyst()).entries()).endsWith(id + " published 4", id + " changed 5", id + " changed 6");
        assertThat(everybody.goOn(null).entries()).containsExactly(id + " published 1", id + " changed 2");
    }

    private static void change(String id, String patch) {
        String tag = as(Tokens.analyst()).get(INCIDENTS + "/" + id).header("ETag");
        as(Tokens.analyst()).contentType("application/merge-patch+json").header("If-Match", tag).body(patch)
                .patch(INCIDENTS + "/" + id).then().statusCode(200);
    }

    @Test
    void losesNothingThatIsCommittedLate() throws SQLException {
        Walk before = Walk.from(Tokens.analyst(), null);
        UUID late = UUID.randomUUID();
        try (Connection slow = PostgresResource.asService(); Statement sql = slow.createStatement()) {
            slow.setAutoCommit(false);
            sql.execute("insert into change (collection, record_id, version, kind, public_before, public_after)"
                    + " values ('incidents', '" + late + "', 1, 'created', false, false)");
            String quick = create(Tokens.contributor("history"), body("")).path("id");
            Walk meanwhile = before.goOn(Tokens.analyst());
            long lastNumberSeen = highestNumber();
            slow.commit();

            assertThat(meanwhile.entries()).containsExactly(quick + " created 1");
            assertThat(meanwhile.goOn(Tokens.analyst()).entries()).containsExactly(late + " created 1");
            assertThat(countBehind(lastNumberSeen)).as("what a reader by number would find").isZero();
        }
    }

    private static long highestNumber() throws SQLException {
        return number("select max(id) from change");
    }

    private static long countBehind(long last) throws SQLException {
        return number("select count(*) from change where id > " + last);
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = PostgresResource.asService();
                Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void writesWithEveryRecordItsRevisionAndItsChange() throws SQLException {
        publicIncident("history", body("\"parties\":[{\"party\":\"militia-t\",\"role\":\"known\"}]"));

        assertThat(number("select count(*) from incident i where i.version <> (select max(r.version) from revision r"
                + " where r.record_id = i.id)")).isZero();
        assertThat(number("select count(*) from incident i where i.version <> (select count(*) from change c"
                + " where c.record_id = i.id)")).isZero();
        assertThat(number("select count(*) from incident i where jsonb_array_length(coalesce(i.document -> 'parties', '[]'))"
                + " <> (select count(*) from incident_party p where p.incident = i.id)")).isZero();
        assertThat(
                number("select count(*) from incident i where jsonb_array_length(coalesce(i.document -> 'externalIds', '[]'))"
                        + " <> (select count(*) from incident_external_id x where x.incident = i.id)"))
                .isZero();
    }

    @Test
    void beginsAnewWhereACursorIsNotOfThisFeed() throws SQLException {
        String cursor = Walk.from(null, null).cursor();
        try (Connection owner = PostgresResource.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("update feed_epoch set epoch = gen_random_uuid()");
        }

        given().queryParam("after", cursor).get(INCIDENTS + "/changes").then()
                .spec(org.harmregistry.kit.testing.Problems.problem(410, "cursor_expired"));
    }
}
