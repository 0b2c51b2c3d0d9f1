package org.harmregistry.kit.export;

import org.harmregistry.kit.database.NamedStatement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;

/** Reads the rows of one statement batch by batch out of one state of the register, on a connection of its own. */
final class ExportCursor {

    private static final int MOST_ROWS = 256;
    private static final int FEWEST_ROWS = 8;
    private static final int WANTED_CHARACTERS = 262_144;

    private final SqlConnection connection;
    private final Cursor cursor;
    private int rows = MOST_ROWS / 4;

    private ExportCursor(SqlConnection connection, Cursor cursor) {
        this.connection = connection;
        this.cursor = cursor;
    }

    /** @param fetchMillis the longest that the database may take for one batch */
    static Future<ExportCursor> open(Pool pool, Export export, long fetchMillis) {
        NamedStatement statement = NamedStatement.of(export.sql(), export.parameters());
        String begin = "begin isolation level repeatable read, read only; set local statement_timeout = " + fetchMillis;
        return pool.getConnection().compose(connection -> connection.query(begin).execute()
                .compose(begun -> connection.prepare(statement.sql()))
                .map(prepared -> new ExportCursor(connection, prepared.cursor(statement.values(export.parameters()))))
                .onFailure(failure -> end(connection)));
    }

    Future<RowSet<Row>> next() {
        return cursor.read(rows);
    }

    boolean hasMore() {
        return cursor.hasMore();
    }

    /** Long records are read fewer at a time. */
    void adapt(int rowsRead, long charactersMade) {
        long each = Math.max(1, charactersMade / Math.max(1, rowsRead));
        rows = (int) Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, WANTED_CHARACTERS / each));
    }

    /** Gives the connection back, as soon as the batch that is being read has come. */
    void close() {
        end(connection);
    }

    private static void end(SqlConnection connection) {
        connection.query("rollback").execute().onComplete(done -> connection.close());
    }
}
