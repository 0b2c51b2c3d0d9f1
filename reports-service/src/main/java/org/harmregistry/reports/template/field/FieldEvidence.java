package org.harmregistry.reports.template.field;

import java.util.List;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.registry.FieldworkCounts;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.FrozenStatistics;

/**
 * All that a report on an investigation is written from.
 *
 * @param order what is to be made
 * @param work the field work in the area
 * @param records the incidents in area and period, by month
 * @param reachingIn what began earlier and reaches into the period
 * @param publications what the investigation published
 * @param asked what was demanded and promised
 * @param cited the sources that demands and promises are taken from
 */
record FieldEvidence(EditionOrder order, Work work, FrozenStatistics records, FrozenStatistics reachingIn,
        List<Source> publications, Asked asked, CitedSources cited) {

    /**
     * The field work, told apart in several ways.
     *
     * @param query address of the whole, as of no instant yet
     */
    record Work(String query, FieldworkCounts places, FieldworkCounts months, FieldworkCounts modes) {
    }

    /**
     * What was demanded of whom, and promised by the party that the report names.
     *
     * @param parties all parties, for their names
     */
    record Asked(List<Party> parties, List<Demand> demands, List<Commitment> commitments) {
    }

    /** The same evidence, to be written in another language. */
    FieldEvidence in(EditionOrder other) {
        return new FieldEvidence(other, work, records, reachingIn, publications, asked, cited);
    }

    /** A party's name in the report's language, or its slug. */
    String nameOf(String slug) {
        return Party.in(asked.parties(), slug).map(known -> known.nameIn(order.wording().language()))
                .orElse(slug == null ? order.wording().text("not_stated") : slug);
    }

    List<Credit> credits() {
        return Stream.of(records.credits().stream(), CitedSources.credits(publications.stream()), cited.credits().stream())
                .flatMap(credits -> credits)
                .distinct().toList();
    }
}
