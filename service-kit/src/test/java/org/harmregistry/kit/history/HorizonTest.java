package org.harmregistry.kit.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Problems.problem;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class HorizonTest {

    @Inject
    Horizon horizon;
    @Inject
    PastStates past;
    @Inject
    UnitOfWork unitOfWork;

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private Instant effective(Instant asked) {
        return await(() -> horizon.effective(asked));
    }

    private PastState state(UUID id, Instant asOf) {
        return await(() -> unitOfWork.run(session -> past.of(session, "notes", id, asOf)));
    }

    private static Response note(String text) {
        Response made = given().auth().oauth2(Tokens.contributor("horizon")).contentType("application/json")
                .body("{\"text\": \"" + text + "\"}").post("/api/v1/notes");
        made.then().statusCode(201);
        return made;
    }

    private static UUID idOf(Response made) {
        return UUID.fromString(made.jsonPath().getString("id"));
    }

    @Test
    void whatIsOverIsAnsweredAsOfTheInstantAskedFor() {
        Instant asked = Instant.parse("2020-01-01T00:00:00Z");

        assertThat(effective(asked)).isEqualTo(asked);
        assertThat(effective(null)).isNull();
    }

    @Test
    void whatIsToComeIsAnsweredAsOfNow() {
        Instant before = Instant.now();
        Instant effective = effective(Instant.parse("2999-01-01T00:00:00Z"));

        assertThat(effective).isBetween(before.minusSeconds(10), Instant.now());
    }

    @Test
    void aVersionIsThereAtOnceAtItsOwnInstantAndNotBefore() throws SQLException {
        UUID id = idOf(note("at its own instant"));
        Instant recordedAt = recordedAt(id);

        assertThat(effective(recordedAt)).isEqualTo(recordedAt);
        assertThat(state(id, recordedAt).version()).isEqualTo(1);
        assertThat(state(id, recordedAt.minus(1, ChronoUnit.MICROS))).isNull();
    }

    @Test
    void aTransactionThatCommitsLateCannotChangeAnAnswerAlreadyGiven() throws SQLException {
        UUID id = idOf(note("before the late one"));
        try (Connection late = PostgresResource.asService(); Statement sql = late.createStatement()) {
            late.setAutoCommit(false);
            Instant begun = append(sql, id);
            Instant asked = Instant.now().truncatedTo(ChronoUnit.MICROS);
            Instant effective = effective(asked);
            PastState answered = state(id, effective);
            late.commit();

            assertThat(effective).isBefore(begun);
            assertThat(answered.version()).isEqualTo(1);
            assertThat(state(id, effective)).isEqualTo(answered);
            assertThat(effective(asked)).isEqualTo(asked);
            assertThat(state(id, asked).version()).isEqualTo(2);
        }
    }

    @Test
    void aRevisionIsNeverRecordedBeforeItsTransactionBegan() throws SQLException {
        UUID id = idOf(note("its clock is late"));
        try (Connection connection = PostgresResource.asService(); Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            Instant begun = append(sql, id);
            connection.commit();

            assertThat(recordedAt(id)).isEqualTo(begun);
        }
    }

    /** As the kit appends it, by a service whose clock is an hour late. */
    private static Instant append(Statement sql, UUID id) throws SQLException {
        Instant begun = instant(sql, "select now()");
        sql.execute("insert into revision (collection, record_id, version, kind, recorded_by, recorded_at, snapshot) values"
                + " ('notes', '" + id + "', 2, 'changed', 'late', greatest(now() - interval '1 hour', now()), '{}')");
        return begun;
    }

    @Test
    void aRevisionThatCannotBeWrittenUndoesTheAct() throws SQLException {
        try (Connection owner = PostgresResource.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("alter table revision add constraint revision_test_ck check (snapshot ->> 'text' <> 'not to be kept')");
            try {
                given().auth().oauth2(Tokens.contributor("horizon")).contentType("application/json")
                        .body("{\"text\": \"not to be kept\"}").post("/api/v1/notes").then().spec(problem(500, "unexpected"));
                try (ResultSet row = sql.executeQuery("select (select count(*) from note where text = 'not to be kept')"
                        + " + (select count(*) from change c where not exists (select 1 from note n where n.id = c.record_id)"
                        + " and c.organisation = 'horizon')")) {
                    row.next();
                    assertThat(row.getLong(1)).isZero();
                }
            } finally {
                sql.execute("alter table revision drop constraint revision_test_ck");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-11-23", "2026-11-23T20:00Z", "2026-11-23T20:00:00", "2026-02-30T20:00:00Z",
            "2026-11-23T25:00:00Z", "2026-11-23T20:00:60Z", "now", "12026-11-23T20:00:00Z", "2026-11-23T20:00:00+99:00",
            "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+10:00" })
    void whatIsNoInstantIsRefused(String text) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> AsOf.parameter(text)))
                .hasMessageContaining("RFC 3339");
    }

    @Test
    void instantsAreReadInEveryZoneToTheMicrosecond() {
        assertThat(AsOf.parameter("2026-11-23T23:00:00.123456789+03:00"))
                .isEqualTo(Instant.parse("2026-11-23T20:00:00.123456Z"));
        assertThat(AsOf.parameter(null)).isNull();
    }

    private static Instant recordedAt(UUID id) throws SQLException {
        try (Connection connection = PostgresResource.asService(); Statement sql = connection.createStatement()) {
            return instant(sql,
                    "select recorded_at from revision where record_id = '" + id + "' order by version desc limit 1");
        }
    }

    private static Instant instant(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
