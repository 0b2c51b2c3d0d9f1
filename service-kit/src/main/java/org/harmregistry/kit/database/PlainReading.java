package org.harmregistry.kit.database;

import java.time.Duration;
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
    private final Duration timeout;

    /** Statements without list parameters always read the same; what they become is made once. */
    private final Map<String, NamedStatement> known = new ConcurrentHashMap<>();

    public PlainReading(Pool pool, DatabaseFailures failures,
            @ConfigProperty(name = "registry.unit-of-work.timeout") Duration timeout,
            @ConfigProperty(name = "registry.unit-of-work.at-once") int atOnce) {
        this.pool = pool;
        this.bound = new Bound(failures, atOnce);
        this.timeout = timeout;
    }

    /**
     * Reads the rows of one statement.
     *
     * @param sql a statement put together from fixed fragments, its parameters written {@code :name}; a collection stands for
     *        several, as in {@code in (:names)}
     * @param parameters a value for each name
     */
    public Uni<RowSet<Row>> rows(String sql, Map<String, Object> parameters) {
        return bound.within(timeout, () -> {
            NamedStatement numbered = numbered(sql, parameters);
            return pool.preparedQuery(numbered.sql()).execute(Tuple.newInstance(numbered.values(parameters)));
        });
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
