package org.harmregistry.local.mongo;

import java.util.Set;
import java.util.function.Consumer;

import org.h2.mvstore.MVStore;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;

/**
 * The disk backend of the stand-in, made to keep its word: whatever a command wrote is on disk before the command is
 * answered. The library's own backend commits in the background about once a second, so a killed process loses what it
 * had acknowledged since.
 */
public final class DurableBackend extends H2Backend {

    /** Everything else counts as a write: a command that is not known here costs a needless sync, never a record. */
    private static final Set<String> READS = Set.of("hello", "isMaster", "ismaster", "ping", "buildInfo", "buildinfo",
            "hostInfo", "serverStatus", "getLog", "getParameter", "getCmdLineOpts", "connectionStatus", "whatsmyuri",
            "find", "getMore", "killCursors", "count", "distinct", "listCollections", "listDatabases", "listIndexes",
            "dbstats", "dbStats", "collstats", "collStats", "validate", "endSessions");

    private final Flush flush;

    /** @param onFault told of a store that cannot be written, before the command is answered with an error */
    public DurableBackend(MVStore store, Consumer<RuntimeException> onFault) {
        super(store);
        this.flush = new Flush(store, onFault);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } finally {
            flushAfter(message.getDocument().keySet().iterator().next());
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            flushAfter(command);
        }
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        try {
            return super.handleQuery(query);
        } finally {
            flush.run();
        }
    }

    /** In a finally block, because a refused batch may have written the rows before the refused one. */
    private void flushAfter(String command) {
        if (!READS.contains(command)) {
            flush.run();
        }
    }
}
