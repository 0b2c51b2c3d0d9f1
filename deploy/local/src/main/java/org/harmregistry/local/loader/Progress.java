package org.harmregistry.local.loader;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Says how far the load is: what, how many of how many, elapsed, rows a second. */
final class Progress {

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant start;

    Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** A stretch of the load, timed by itself. */
    Stretch stretch(String what, int of) {
        return new Stretch(what, of, clock.instant());
    }

    synchronized void line(String line) {
        out.println(line);
        out.flush();
    }

    String elapsed() {
        return seconds(Duration.between(start, clock.instant()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** Rows of one kind on their way. */
    final class Stretch {

        private final String what;
        private final int of;
        private final Instant begin;

        private Stretch(String what, int of, Instant begin) {
            this.what = what;
            this.of = of;
            this.begin = begin;
        }

        void at(int done) {
            long millis = Math.max(1, Duration.between(begin, clock.instant()).toMillis());
            line(String.format(Locale.ROOT, "  %-14s %6d of %6d  %8s  %6d rows/s", what, done, of, elapsed(),
                    done * 1000L / millis));
        }
    }
}
