package org.harmregistry.acceptance.benchmark;

import java.util.concurrent.TimeUnit;

/** Watches how much memory a process holds, from its making until it is closed. */
final class MemoryWatch implements AutoCloseable {

    private final long pid;
    private final double before;
    private final Thread thread = new Thread(this::watch, "memory watch");
    private volatile double highest;

    MemoryWatch(long pid) {
        this.pid = pid;
        this.before = Consumption.residentMib(pid);
        this.highest = before;
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                highest = Math.max(highest, Consumption.residentMib(pid));
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    double highestMib() {
        return highest;
    }

    /** How far it rose above what was held before, at its highest. */
    double grownMib() {
        return highest - before;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
