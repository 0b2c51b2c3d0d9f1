package org.harmregistry.sources.testing;

import java.util.Arrays;
import java.util.function.Consumer;

/** Whether two questions can be told apart by how long their answers take. */
public final class Timing {

    private static final int ROUNDS = 200;
    private static final int WARMING_UP = 40;

    private Timing() {
    }

    /**
     * Kolmogorov and Smirnov's distance of the two, at 200 rounds each; 0.163 happens by chance once in a hundred runs.
     * Both are asked in turn, so that whatever else the machine does falls on both alike.
     */
    public static double distance(Consumer<String> ask, String one, String other) {
        double[] first = new double[ROUNDS];
        double[] second = new double[ROUNDS];
        for (int i = -WARMING_UP; i < ROUNDS; i++) {
            double before = millis(ask, i % 2 == 0 ? one : other);
            double after = millis(ask, i % 2 == 0 ? other : one);
            if (i >= 0) {
                first[i] = i % 2 == 0 ? before : after;
                second[i] = i % 2 == 0 ? after : before;
            }
        }
        return distance(first, second);
    }

    private static double millis(Consumer<String> ask, String about) {
        long start = System.nanoTime();
        ask.accept(about);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double distance(double[] first, double[] second) {
        return Arrays.stream(first).map(value -> Math.abs(share(first, value) - share(second, value))).max().orElse(0);
    }

    private static double share(double[] sample, double upTo) {
        return Arrays.stream(sample).filter(value -> value <= upTo).count() / (double) sample.length;
    }
}
