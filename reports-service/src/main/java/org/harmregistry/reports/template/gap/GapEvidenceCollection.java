package org.harmregistry.reports.template.gap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.ReportCase;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.registry.Denominator;
import org.harmregistry.reports.registry.ExternalId;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceCatalog;
import org.harmregistry.reports.registry.SourceReference;
import org.harmregistry.reports.registry.Tally;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.TemplateFailure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Collects the evidence for a report on a gap, one question after the other: the neighbours serve people meanwhile. */
@ApplicationScoped
class GapEvidenceCollection {

    private final IncidentCatalog incidents;
    private final SourceCatalog sources;
    private final IncidentCounting counting;

    GapEvidenceCollection(IncidentCatalog incidents, SourceCatalog sources, IncidentCounting counting) {
        this.incidents = incidents;
        this.sources = sources;
        this.counting = counting;
    }

    Uni<GapEvidence> collect(EditionOrder order) {
        ReportCase file = order.definition().caseOrNone();
        String slug = order.definition().filter().party();
        return caseSources(file).chain(named -> incidents.parties().chain(parties -> {
            Party party = Party.in(parties, slug).orElseThrow(() -> TemplateFailure.missing("the party " + slug));
            return voices(party, parties, named, file).chain(voices -> counting.count(order)
                    .chain(counts -> gaps(order).chain(gaps -> cited(voices, gaps)
                            .map(cited -> new GapEvidence(order, party, named, voices, counts, gaps, cited)))));
        }));
    }

    private Uni<GapEvidence.CaseSources> caseSources(ReportCase file) {
        return source(file.report()).chain(report -> source(file.article()).chain(article -> source(file.letter())
                .map(letter -> new GapEvidence.CaseSources(report, article, letter))));
    }

    private Uni<Source> source(ExternalId id) {
        return id == null ? Uni.createFrom().nullItem()
                : sources.byExternalId(id).map(found -> found
                        .orElseThrow(() -> TemplateFailure.missing("the source " + id.system() + ":" + id.id())));
    }

    private Uni<GapEvidence.Voices> voices(Party party, List<Party> parties, GapEvidence.CaseSources named, ReportCase file) {
        return statements(party, parties, named).chain(statements -> incidents.denominators(party.slug())
                .chain(denominators -> incidents.demands().chain(demands -> incidents.commitments(party.slug())
                        .chain(commitments -> incidents.tallies(party.slug(), null)
                                .map(tallies -> new GapEvidence.Voices(statements,
                                        denominators.stream().filter(item -> belongs(item, named, file)).toList(),
                                        demandsTo(party, demands), commitments, tallies))))));
    }

    /** What the party said in the case's sources, and what another party wrote in the letter. */
    private Uni<List<Said>> statements(Party party, List<Party> parties, GapEvidence.CaseSources named) {
        String writer = named.letter() == null ? null : named.letter().publisher();
        Stream<Party> speakers = Stream.concat(Stream.of(party), parties.stream().filter(other -> other.isNamed(writer)));
        return Multi.createFrom().iterable(speakers.distinct().toList())
                .onItem().transformToUniAndConcatenate(speaker -> incidents.statements(speaker.slug())
                        .map(statements -> statements.stream()
                                .filter(said -> said.source() != null && named.includes(said.source().sourceId()))
                                .map(said -> new Said(speaker, said)).toList()))
                .collect().asList()
                .map(all -> all.stream().flatMap(List::stream).sorted(Ordering.SAID).toList());
    }

    private static boolean belongs(Denominator item, GapEvidence.CaseSources named, ReportCase file) {
        return item.source() != null && named.includes(item.source().sourceId())
                || file.gapPlace() != null && file.gapPlace().equalsIgnoreCase(item.area()) && isOfThePeriod(item, file);
    }

    /** What was used in another period is no denominator of this one. */
    private static boolean isOfThePeriod(Denominator item, ReportCase file) {
        return item.period() == null || file.gapPeriod() == null
                || item.period().meets(file.gapPeriod().from(), file.gapPeriod().to());
    }

    private static List<Demand> demandsTo(Party party, List<Demand> demands) {
        return demands.stream().filter(demand -> party.slug().equals(demand.addressee())).sorted(Ordering.DEMANDS).toList();
    }

    private Uni<List<DatedGap>> gaps(EditionOrder order) {
        Map<String, String> filter = gapFilter(order);
        return Multi.createFrom().iterable(order.definition().caseOrNone().knownOn())
                .onItem().transformToUniAndConcatenate(day -> incidents.gap(filter, day)
                        .map(gap -> new DatedGap(day, Query.of("/gap", with(filter, day)), gap)))
                .collect().asList();
    }

    private static Map<String, String> gapFilter(EditionOrder order) {
        ReportCase file = order.definition().caseOrNone();
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put("party", order.definition().filter().party());
        if (file.gapPlace() != null) {
            filter.put("place", file.gapPlace());
        }
        if (file.gapPeriod() != null) {
            filter.put("from", file.gapPeriod().from());
            filter.put("to", file.gapPeriod().to());
        }
        filter.put("by", "place");
        return filter;
    }

    private static Map<String, String> with(Map<String, String> filter, LocalDate knownBy) {
        Map<String, String> dated = new LinkedHashMap<>(filter);
        dated.put("knownBy", knownBy.toString());
        return dated;
    }

    private Uni<CitedSources> cited(GapEvidence.Voices voices, List<DatedGap> gaps) {
        Set<UUID> named = Stream.concat(voices.commitments().stream().map(Commitment::decidingTally),
                gaps.stream().flatMap(DatedGap::tallies)).filter(Objects::nonNull).collect(Collectors.toSet());
        Stream<SourceReference> spoken = Stream.of(
                voices.statements().stream().map(said -> said.statement().source()),
                voices.denominators().stream().map(Denominator::source),
                voices.demands().stream().map(Demand::source),
                voices.commitments().stream().map(Commitment::source),
                voices.tallies().stream().filter(tally -> named.contains(tally.id())).map(Tally::source))
                .flatMap(references -> references);
        return CitedSources.read(sources, spoken);
    }
}
