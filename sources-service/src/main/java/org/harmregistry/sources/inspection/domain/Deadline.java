package org.harmregistry.sources.inspection.domain;

import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Until when work on a file may go on. Whatever reads the file asks at every read, so that a decoder that a file has led astray
 * ends with it.
 */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** @throws InterruptedIOException once the time is over, or if the worker was told to stop */
    public void check() throws InterruptedIOException {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("The time for this file is over.");
        }
    }
}
