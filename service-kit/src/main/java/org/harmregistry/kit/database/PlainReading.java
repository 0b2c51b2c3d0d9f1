package org.harmregistry.kit.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

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

    private final Pool pool;
    private final Bound bound;
    private final Bound ofThePast;
    private final Duration timeout;
    private final Duration pastTimeout;

    /** Statements without list parameters always read the same; what they become is made once. */
    private final Map<String, NamedStatement> known = new ConcurrentHashMap<>();

    /**
     * @param pastTimeout how long a read may take that goes through the register as it was
     * @param pastAtOnce how many of those there may be at once
     */
    public PlainReading(Pool pool, DatabaseFailures failures,
            @ConfigProperty(name = "registry.unit-of-work.timeout") Duration timeout,
            @ConfigProperty(name = "registry.unit-of-work.at-once") int atOnce,
            @ConfigProperty(name = "registry.unit-of-work.past-timeout") Duration pastTimeout,
            @ConfigProperty(name = "registry.unit-of-work.past-at-once") int pastAtOnce) {
        this.pool = pool;
        this.bound = new Bound(failures, atOnce);
        this.ofThePast = new Bound(failures, pastAtOnce);
        this.timeout = timeout;
        this.pastTimeout = pastTimeout;
    }

    /**
     * Reads the rows of one statement.
     *
     * @param sql a statement put together from fixed fragments, its parameters written {@code :name}; a collection stands for
     *        several, as in {@code in (:names)}
     * @param parameters a value for each name
     */
    public Uni<RowSet<Row>> rows(String sql, Map<String, Object> parameters) {
        return bound.within(timeout, () -> asked(sql, parameters));
    }

    /**
     * The same for a statement that goes through many records: as they were it takes longer than today, and fewer at once may
     * ask for it.
     *
     * @param asOf the instant that the statement is about; {@code null} for today
     */
    public Uni<RowSet<Row>> rowsAsOf(Instant asOf, String sql, Map<String, Object> parameters) {
        return asOf == null ? rows(sql, parameters) : ofThePast.within(pastTimeout, () -> asked(sql, parameters));
    }

    private Uni<RowSet<Row>> asked(String sql, Map<String, Object> parameters) {
        NamedStatement numbered = numbered(sql, parameters);
        return pool.preparedQuery(numbered.sql()).execute(Tuple.newInstance(numbered.values(parameters)));
    }

    /** The first row, or {@code null} if there is none. */
    public Uni<Row> row(String sql, Map<String, Object> parameters) {
        return rows(sql, parameters).map(rows -> rows.size() == 0 ? null : rows.iterator().next());
    }

    private NamedStatement numbered(String sql, Map<String, Object> parameters) {
        boolean lists = parameters.values().stream().anyMatch(Collection.class::isInstance);
        if (lists || known.size() > 500) {
            return NamedStatement.of(sql, parameters);
        }
        return known.computeIfAbsent(sql, text -> NamedStatement.of(text, parameters));
    }
}
