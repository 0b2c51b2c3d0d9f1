package org.harmregistry.reports.template.casualties;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Tally;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;

/**
 * All that a report on a party's month is written from.
 *
 * @param order what is to be made
 * @param party the party
 * @param tallies its monthly tallies, the earliest first
 * @param cited the sources that they refer to
 */
record CasualtyEvidence(EditionOrder order, Party party, List<Tally> tallies, CitedSources cited) {

    CasualtyEvidence {
        tallies = tallies.stream().filter(tally -> tally.month() != null && tally.month().matches("\\d{4}-(0[1-9]|1[0-2])"))
                .sorted(Comparator.comparing(Tally::month).thenComparing(tally -> String.valueOf(tally.id()))).toList();
    }

    /** The same evidence, to be written in another language. */
    CasualtyEvidence in(EditionOrder other) {
        return new CasualtyEvidence(other, party, tallies, cited);
    }

    YearMonth month() {
        return order.period().month();
    }

    /** The tally that the report is about. */
    Optional<Tally> tally() {
        return tallies.stream().filter(tally -> tally.month().equals(month().toString())).findFirst();
    }
}
