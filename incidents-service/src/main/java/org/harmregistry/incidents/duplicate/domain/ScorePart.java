package org.harmregistry.incidents.duplicate.domain;

/**
 * What one comparison of two records found. A comparison for which either record says nothing has no part in the score.
 *
 * @param kind what was compared
 * @param agreement from 0, wholly different, to 1, as alike as can be
 * @param points what it adds to the score or takes from it; one point doubles the odds
 * @param text the finding in a few words, such as {@code 120 m apart}
 */
public record ScorePart(ScorePartKind kind, double agreement, double points, String text) {

    /**
     * A finding that is worth so many points where the records agree, and takes so many where they differ; in proportion in
     * between.
     */
    static ScorePart of(ScorePartKind kind, double agreement, double agree, double differ, String text) {
        double within = Math.max(0, Math.min(1, agreement));
        return new ScorePart(kind, rounded(within, 100), rounded(within * agree - (1 - within) * differ, 10), text);
    }

    private static double rounded(double value, int steps) {
        return (double) Math.round(value * steps) / steps;
    }

    boolean speaksFor() {
        return points > 0;
    }
}
