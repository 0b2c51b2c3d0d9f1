package org.harmregistry.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lines for the person at the terminal, each with the seconds since the command began. */
final class Progress {

    private final PrintStream out;
    private final Instant begin = Instant.now();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(begin), line);
        out.flush();
    }

    void say(PartName part, String what) {
        say(String.format(Locale.ROOT, "%-18s %s", part.text(), what));
    }

    synchronized void plain(String line) {
        out.println(line);
        out.flush();
    }

    static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
