package org.harmregistry.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A wait between two looks at something that tells nobody when it changes. */
public final class Pause {

    private Pause() {
    }

    /**
     * Looks again and again until something is so. The time goes by a clock that nobody sets: one that is set forward would end
     * a wait at once.
     *
     * @return false if it was not so in all the time
     */
    public static boolean until(BooleanSupplier so, Duration patience, Duration between) {
        long begin = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                return false;
            }
            of(between);
        }
        return true;
    }

    public static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
