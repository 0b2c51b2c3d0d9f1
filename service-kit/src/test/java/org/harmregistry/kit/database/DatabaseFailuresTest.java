package org.harmregistry.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.junit.jupiter.api.Test;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/** What breaks when the line to the database breaks is the database's absence, in whatever words the driver says it. */
class DatabaseFailuresTest {

    private final DatabaseFailures failures = new DatabaseFailures(null);

    @Test
    void aLineThatBreaksInTheMiddleOfAnAnswerIsAnAbsentDatabase() {
        assertThat(failures.translate(new IllegalStateException(ClosedConnectionException.INSTANCE)))
                .isInstanceOfSatisfying(Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(CommonFailure.DATABASE_UNAVAILABLE));
        assertThat(failures.translate(new IOException("Connection reset by peer"))).isInstanceOf(Failure.class);
    }

    @Test
    void whatWasUndoneOrWaitedInVainBecauseOfAnotherTransactionCanBeTriedAgain() {
        for (String state : List.of("40001", "40P01", "55P03")) {
            for (Exception told : List.of(new PgException("undone", "ERROR", state, null), new SQLException("undone", state))) {
                assertThat(failures.translate(new IllegalStateException(told)))
                        .isInstanceOfSatisfying(Failure.class, failure -> {
                            assertThat(failure.code()).isEqualTo(CommonFailure.OVERLOADED);
                            assertThat(failure.headers()).containsKey("Retry-After");
                            assertThat(failure.origin()).isEqualTo("SQLSTATE " + state);
                        });
            }
        }
    }

    @Test
    void anythingElseStaysAsItIs() {
        RuntimeException other = new IllegalStateException("something else");

        assertThat(failures.translate(other)).isSameAs(other);
    }
}
