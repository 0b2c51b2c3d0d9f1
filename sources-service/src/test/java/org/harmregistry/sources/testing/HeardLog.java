package org.harmregistry.sources.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that this process logs while it listens, with parameters and causes. */
public final class HeardLog extends Handler implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    public HeardLog() {
        setLevel(Level.ALL);
        Logger.getLogger("").addHandler(this);
    }

    /** What was logged since, a line each. */
    public Queue<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        StringBuilder text = new StringBuilder(String.valueOf(line.getMessage()));
        if (line.getParameters() != null) {
            for (Object parameter : line.getParameters()) {
                text.append(' ').append(parameter);
            }
        }
        for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
