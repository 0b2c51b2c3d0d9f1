package org.harmregistry.incidents.incident.store;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.harmregistry.incidents.incident.domain.RangeSum;
import org.harmregistry.incidents.incident.domain.SchemeTotals;
import org.harmregistry.incidents.incident.domain.Totals;

/** Adds up rows of sums, each of one scheme of totals as published or of none. */
final class CountSums {

    /** Groups in the order of their keys, unknown ones last. */
    static final Comparator<List<String>> ORDER = (one, other) -> {
        for (int i = 0; i < one.size(); i++) {
            int order = Comparator.nullsLast(Comparator.<String> naturalOrder()).compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private static final int SUMS = 14;
    private static final int LOW = SUMS;

    private final long[] sums = new long[SUMS];
    private final TreeMap<String, SchemeTotals> schemes = new TreeMap<>();

    /**
     * Adds one row.
     *
     * @param first the column of the scheme; the sums stand behind it
     */
    void add(Object[] row, int first) {
        for (int i = 0; i < SUMS; i++) {
            sums[i] += number(row, first + 1 + i);
        }
        String scheme = (String) row[first];
        if (scheme != null) {
            int low = first + 1 + LOW;
            schemes.merge(scheme, new SchemeTotals(scheme, number(row, low), number(row, low + 1), number(row, low + 2),
                    number(row, first + 1)), CountSums::sum);
        }
    }

    private static SchemeTotals sum(SchemeTotals one, SchemeTotals other) {
        return new SchemeTotals(one.scheme(), one.low() + other.low(), one.best() + other.best(), one.high() + other.high(),
                one.incidents() + other.incidents());
    }

    private static long number(Object[] row, int column) {
        return ((Number) row[column]).longValue();
    }

    Totals totals() {
        return new Totals(sums[0], sums[1], RangeSum.over(sums[0], sums[2], sums[3], sums[4], sums[5]),
                RangeSum.over(sums[0], sums[6], sums[7], sums[8], sums[9]), List.copyOf(schemes.values()), sums[10], sums[11],
                sums[12], sums[13]);
    }
}
