package org.harmregistry.reports.template.gap;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.harmregistry.reports.definition.domain.ReportCase;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.RecordVersion;
import org.harmregistry.reports.figure.SourceLink;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.registry.Denominator;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.Tally;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;

/**
 * All that a report on a gap is written from.
 *
 * @param order what is to be made
 * @param party the party whose answers are shown
 * @param sources the sources that the case names
 * @param voices what was said and asked
 * @param counts what the incidents add up to
 * @param gaps the gap as known on each day
 * @param cited the sources that the records refer to
 */
record GapEvidence(EditionOrder order, Party party, CaseSources sources, Voices voices, IncidentCounts counts,
        List<DatedGap> gaps, CitedSources cited) {

    /** The same evidence, to be written in another language. */
    GapEvidence in(EditionOrder other) {
        return new GapEvidence(other, party, sources, voices, counts, gaps, cited);
    }

    /** The sources that the case names; {@code null} where it names none. */
    record CaseSources(Source report, Source article, Source letter) {

        List<Source> all() {
            return Stream.of(report, article, letter).filter(Objects::nonNull).toList();
        }

        boolean includes(UUID id) {
            return id != null && all().stream().anyMatch(source -> id.equals(source.id()));
        }
    }

    /** What the party and others said, asked, promised and published. */
    record Voices(List<Said> statements, List<Denominator> denominators, List<Demand> demands, List<Commitment> commitments,
            List<Tally> tallies) {
    }

    ReportCase caseFile() {
        return order.definition().caseOrNone();
    }

    /** The promise that the case follows. */
    Optional<Commitment> promise() {
        return voices.commitments().stream().filter(made -> made.dueOn() != null
                && made.dueOn().equals(caseFile().commitmentDueOn())).findFirst();
    }

    /** Tallies as the records behind a figure, in the versions that were read. */
    FigureRecords records(List<UUID> tallies) {
        return new FigureRecords.Named(tallies.stream().map(id -> new RecordVersion(id.toString(),
                tally(id).map(Tally::version).orElse(null))).toList());
    }

    /** Where a tally is taken from, or {@code null}. */
    SourceLink source(UUID tally) {
        return tally(tally).map(found -> cited.link(found.source())).orElse(null);
    }

    /** One of the party's tallies. */
    Optional<Tally> tally(UUID id) {
        return voices.tallies().stream().filter(tally -> tally.id() != null && tally.id().equals(id)).findFirst();
    }
}
