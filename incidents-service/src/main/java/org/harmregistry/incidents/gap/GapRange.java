package org.harmregistry.incidents.gap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.CountRange;

/** The difference of two ranges. */
@Schema(name = "GapRange", description = "Documented minus conceded, in civilians killed. Negative where more is conceded than "
        + "documented. An absent end is unknown")
public record GapRange(
        @Schema(description = "documented.min - conceded.max") Integer min,
        @Schema(description = "documented.max - conceded.min") Integer max,
        @Schema(description = "true if the gap is more than min, since documented.min is exclusive") Boolean minExclusive,
        @Schema(description = "true if the gap is less than max, since conceded.min is exclusive") Boolean maxExclusive) {

    /** The difference, or {@code null} if neither end can be told. */
    static GapRange between(CountRange documented, CountRange conceded) {
        Integer min = minus(documented.min(), conceded.max());
        Integer max = minus(documented.max(), conceded.min());
        if (min == null && max == null) {
            return null;
        }
        return new GapRange(min, max, min != null && documented.excludesMin() ? Boolean.TRUE : null,
                max != null && conceded.excludesMin() ? Boolean.TRUE : null);
    }

    private static Integer minus(Integer one, Integer other) {
        return one == null || other == null ? null : one - other;
    }
}
