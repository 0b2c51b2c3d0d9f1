package org.harmregistry.local.mongo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Commits and syncs the store for every write that had ended when the commit began. Writers that wait together share
 * one sync.
 */
final class Flush {

    /** Without the store's background thread nothing else would give back the space of overwritten pages. */
    private static final int COMMITS_BETWEEN_COMPACTIONS = 512;
    private static final int FILL_RATE_PERCENT = 60;
    private static final int COMPACTED_BYTES = 8 << 20;

    private final MVStore store;
    private final Consumer<RuntimeException> onFault;
    private final AtomicLong ended = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private long flushed;
    private int commits;

    Flush(MVStore store, Consumer<RuntimeException> onFault) {
        this.store = store;
        this.onFault = onFault;
    }

    void run() {
        long mine = ended.incrementAndGet();
        lock.lock();
        try {
            if (flushed >= mine) {
                return;
            }
            long upTo = ended.get();
            store.commit();
            store.sync();
            flushed = upTo;
            compactNowAndThen();
        } catch (MVStoreException fault) {
            onFault.accept(fault);
            throw fault;
        } finally {
            lock.unlock();
        }
    }

    private void compactNowAndThen() {
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(FILL_RATE_PERCENT, COMPACTED_BYTES);
        }
    }
}
