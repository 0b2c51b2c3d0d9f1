package org.harmregistry.incidents.tally;

import java.util.List;

import org.harmregistry.incidents.record.Fields;

/** Holds the numbers of a tally to their range, each at its own place. */
final class TallyNumbers {

    private static final List<String> NAMES = List.of("carriedOver", "newReports", "completed", "credible", "nonCredible",
            "duplicate", "openAtEnd", "reopened", "deathsInMonth", "injuredInMonth", "strikesCumulative",
            "engagementsCumulative", "reportsCumulative", "credibleCumulative", "deathsCumulative");

    private TallyNumbers() {
    }

    /** The numbers in the order of the names. */
    static void check(Integer... numbers) {
        for (int i = 0; i < NAMES.size(); i++) {
            Fields.number(numbers[i], "/" + NAMES.get(i));
        }
    }
}
