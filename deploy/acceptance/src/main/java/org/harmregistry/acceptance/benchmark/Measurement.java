package org.harmregistry.acceptance.benchmark;

import java.util.Comparator;
import java.util.List;

/**
 * What one side did in one round.
 *
 * @param perSecond requests, transactions or rows a second
 * @param median milliseconds of the middle request
 * @param late milliseconds within which 99 of 100 were answered
 * @param serviceCpu processor milliseconds of the service a request
 * @param databaseCpu processor milliseconds of PostgreSQL a request
 * @param failed requests that were not answered with success
 */
record Measurement(double perSecond, double median, double late, double serviceCpu, double databaseCpu, long failed) {

    /** The median of each value by itself. */
    static Measurement median(List<Measurement> rounds) {
        return new Measurement(middle(rounds.stream().map(Measurement::perSecond).toList()),
                middle(rounds.stream().map(Measurement::median).toList()),
                middle(rounds.stream().map(Measurement::late).toList()),
                middle(rounds.stream().map(Measurement::serviceCpu).toList()),
                middle(rounds.stream().map(Measurement::databaseCpu).toList()),
                rounds.stream().mapToLong(Measurement::failed).sum());
    }

    /** As one run in steps of one size. */
    static Measurement mean(List<Measurement> steps) {
        double seconds = steps.stream().mapToDouble(step -> 1 / step.perSecond()).sum() / steps.size();
        return new Measurement(1 / seconds, 0, 0, steps.stream().mapToDouble(Measurement::serviceCpu).average().orElse(0),
                steps.stream().mapToDouble(Measurement::databaseCpu).average().orElse(0),
                steps.stream().mapToLong(Measurement::failed).sum());
    }

    static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
