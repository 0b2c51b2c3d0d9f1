package org.harmregistry.reports.template.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.harmregistry.reports.registry.Gap;

/**
 * The gap as it was known on a day.
 *
 * @param day the day
 * @param query the address that was asked
 * @param gap the answer
 */
record DatedGap(LocalDate day, String query, Gap gap) {

    /** Ids of the tallies on both sides of the gap. */
    List<UUID> countedTallies() {
        return gap.rows().stream().flatMap(row -> Stream.of(row.documented(), row.conceded())).filter(Objects::nonNull)
                .map(Gap.Side::tally).filter(Objects::nonNull).map(Gap.TallyReference::id).filter(Objects::nonNull).toList();
    }

    /** Ids of all tallies that the answer names. */
    Stream<UUID> tallies() {
        return Stream.concat(countedTallies().stream(), gap.shownNotAdded().stream().map(Gap.Shown::tally)
                .filter(Objects::nonNull).map(Gap.TallyReference::id));
    }

    /** The row that the report is about: the question names one place, so there is at most one. */
    Optional<Gap.Row> row() {
        return gap.rows().stream().findFirst();
    }
}
