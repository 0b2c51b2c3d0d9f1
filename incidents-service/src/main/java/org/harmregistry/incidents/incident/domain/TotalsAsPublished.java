package org.harmregistry.incidents.incident.domain;

/**
 * A data set's own estimate of all deaths, kept as it was published, also where it is out of order.
 *
 * @param scheme whose estimate it is, such as {@code ucdp-ged}
 * @param low low estimate
 * @param best best estimate
 * @param high high estimate
 */
public record TotalsAsPublished(String scheme, Integer low, Integer best, Integer high) {

    private static final int LARGEST = 100_000_000;

    public TotalsAsPublished {
        Bounds.text(Bounds.required(scheme, "/scheme"), 80, "/scheme");
        Bounds.count(low, LARGEST, "/low");
        Bounds.count(best, LARGEST, "/best");
        Bounds.count(high, LARGEST, "/high");
    }

    /** What is out of order, as the code of a finding; {@code null} if nothing is. */
    String disorder() {
        if (!notAbove(low, high)) {
            return "totals_low_above_high";
        }
        return notAbove(low, best) && notAbove(best, high) ? null : "totals_best_outside";
    }

    private static boolean notAbove(Integer lower, Integer upper) {
        return lower == null || upper == null || lower <= upper;
    }
}
