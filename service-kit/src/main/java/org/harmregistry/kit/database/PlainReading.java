package org.harmregistry.kit.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Reads with one statement and nothing around it, for the few paths that most requests take: no session, no transaction, no
 * entities. It is bounded like a {@link UnitOfWork}: 503 beyond a number at once, or beyond a time.
 */
@ApplicationScoped
public class PlainReading {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z][A-Za-z0-9]*)");

    private final Pool pool;
    private final DatabaseFailures failures;
    private final Duration timeout;
    private final int atOnce;
    private final AtomicInteger running = new AtomicInteger();

    /** A statement as PostgreSQL takes it, and the names of its parameters in their order. */
    private record Numbered(String sql, List<String> names) {
    }

    /** Statements without list parameters always read the same; what they become is made once. */
    private final Map<String, Numbered> known = new ConcurrentHashMap<>();

    public PlainReading(Pool pool, DatabaseFailures failures,
            @ConfigProperty(name = "registry.unit-of-work.timeout") Duration timeout,
            @ConfigProperty(name = "registry.unit-of-work.at-once") int atOnce) {
        this.pool = pool;
        this.failures = failures;
        this.timeout = timeout;
        this.atOnce = atOnce;
    }

    /**
     * Reads the rows of one statement.
     *
     * @param sql a statement put together from fixed fragments, its parameters written {@code :name}; a collection stands for
     *        several, as in {@code in (:names)}
     * @param parameters a value for each name
     */
    public Uni<RowSet<Row>> rows(String sql, Map<String, Object> parameters) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > atOnce) {
                running.decrementAndGet();
                return Uni.createFrom().failure(Failure.of(CommonFailure.OVERLOADED));
            }
            Numbered numbered = numbered(sql, parameters);
            return pool.preparedQuery(numbered.sql()).execute(values(numbered, parameters))
                    .ifNoItem().after(timeout).failWith(() -> Failure.of(CommonFailure.DATABASE_UNAVAILABLE))
                    .onFailure().transform(failures::translate)
                    .onTermination().invoke(running::decrementAndGet);
        });
    }

    /** The first row, or {@code null} if there is none. */
    public Uni<Row> row(String sql, Map<String, Object> parameters) {
        return rows(sql, parameters).map(rows -> rows.size() == 0 ? null : rows.iterator().next());
    }

    private Numbered numbered(String sql, Map<String, Object> parameters) {
        boolean lists = parameters.values().stream().anyMatch(Collection.class::isInstance);
        if (lists || known.size() > 500) {
            return number(sql, parameters);
        }
        return known.computeIfAbsent(sql, text -> number(text, parameters));
    }

    private static Numbered number(String sql, Map<String, Object> parameters) {
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(sql);
        int next = 1;
        while (matcher.find()) {
            names.add(matcher.group(1));
            int several = parameters.get(matcher.group(1)) instanceof Collection<?> values ? values.size() : 1;
            matcher.appendReplacement(text, "");
            for (int i = 0; i < several; i++) {
                text.append(i == 0 ? "$" : ", $").append(next++);
            }
        }
        matcher.appendTail(text);
        return new Numbered(text.toString(), names);
    }

    private static Tuple values(Numbered numbered, Map<String, Object> parameters) {
        Tuple tuple = Tuple.tuple();
        for (String name : numbered.names()) {
            if (parameters.get(name) instanceof Collection<?> values) {
                values.forEach(tuple::addValue);
            } else {
                tuple.addValue(parameters.get(name));
            }
        }
        return tuple;
    }
}
