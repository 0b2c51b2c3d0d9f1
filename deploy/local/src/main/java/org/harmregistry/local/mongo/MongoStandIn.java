package org.harmregistry.local.mongo;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.h2.mvstore.MVStore;

import de.bwaldvogel.mongo.MongoServer;

/** The process that stands in for MongoDB: {@code MongoStandIn PORT FILE}, on loopback, with its data in one file. */
public final class MongoStandIn {

    private static final Logger LIBRARY = Logger.getLogger("de.bwaldvogel.mongo");
    private static final int CACHE_MIB = 32;

    /** Longer than any read may last (clients give up after five seconds), so that no page is overwritten under a reader. */
    private static final int RETENTION_MILLIS = 10_000;

    private MongoStandIn() {
    }

    public static void main(String[] arguments) {
        // Warns of every secondary index that it accepts and ignores, which GridFS makes on each first use.
        LIBRARY.setLevel(Level.SEVERE);
        MVStore store = open(Path.of(arguments[1]));
        MongoServer server = new MongoServer(new DurableBackend(store, MongoStandIn::halt));
        server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "shutdown"));
    }

    /** The background commit is off: only a commit that is followed by a sync may free old pages. */
    static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MIB)
                .backgroundExceptionHandler((thread, fault) -> halt(fault))
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        return store;
    }

    /** A store that cannot write any more would answer errors for ever; an ended process is seen and started again. */
    private static void halt(Throwable fault) {
        Logger.getLogger(MongoStandIn.class.getName()).log(Level.SEVERE, "the store cannot be written: {0}",
                fault.getMessage());
        Runtime.getRuntime().halt(1);
    }
}
