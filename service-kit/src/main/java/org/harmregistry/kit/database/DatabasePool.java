package org.harmregistry.kit.database;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;

/**
 * Makes the connections to the database. PostgreSQL plans a statement that is prepared once for values it does not know; where
 * that may be a thousand times slower than for the values at hand, the statement says so and is prepared anew each time.
 */
@Singleton
public class DatabasePool implements PgPoolCreator {

    /** Stands in front of a statement whose best plan depends on its values, such as a search for a rare or a common word. */
    public static final String PLANNED_FOR_ITS_VALUES = "/* planned for its values */ ";

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options
                .setPreparedStatementCacheSqlFilter(sql -> !sql.startsWith(PLANNED_FOR_ITS_VALUES)));
        return PgBuilder.pool().with(input.poolOptions()).using(input.vertx())
                .connectingTo(List.<SqlConnectOptions> copyOf(input.pgConnectOptionsList())).build();
    }
}
