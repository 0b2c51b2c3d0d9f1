package org.harmregistry.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.PreparedQuery;

/** A database that does not answer is waited for as long as the question deserves. */
class PlainReadingTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATER = Duration.ofMillis(1_500);

    private final PlainReading reading = new PlainReading(silent(), new DatabaseFailures(null), SOON, 8, LATER, 1);

    private static Pool silent() {
        Object query = Proxy.newProxyInstance(PlainReadingTest.class.getClassLoader(), new Class<?>[] { PreparedQuery.class },
                (self, method, given) -> Promise.promise().future());
        return new Pool((io.vertx.sqlclient.Pool) Proxy.newProxyInstance(PlainReadingTest.class.getClassLoader(),
                new Class<?>[] { io.vertx.sqlclient.Pool.class }, (self, method, given) -> query));
    }

    private static CommonFailure failure(CompletableFuture<?> asked) throws InterruptedException, TimeoutException {
        try {
            asked.get(LATER.toMillis() * 4, TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return (CommonFailure) ((Failure) e.getCause()).code();
        }
    }

    private static CompletableFuture<?> asked(Uni<?> question) {
        return question.subscribe().asCompletionStage();
    }

    @Test
    void thePastMayTakeLongerAndFewerAskForIt() throws Exception {
        CompletableFuture<?> past = asked(reading.rowsAsOf(THEN, "select 1", Map.of()));
        assertThat(failure(asked(reading.rows("select 1", Map.of())))).isEqualTo(CommonFailure.DATABASE_UNAVAILABLE);
        assertThat(failure(asked(reading.rowsAsOf(null, "select 1", Map.of())))).isEqualTo(CommonFailure.DATABASE_UNAVAILABLE);
        assertThat(past).isNotDone();
        assertThat(failure(asked(reading.rowsAsOf(THEN, "select 1", Map.of())))).isEqualTo(CommonFailure.OVERLOADED);
        assertThat(failure(past)).isEqualTo(CommonFailure.DATABASE_UNAVAILABLE);
        assertThat(asked(reading.rowsAsOf(THEN, "select 1", Map.of()))).as("there is room again").isNotDone();
    }
}
