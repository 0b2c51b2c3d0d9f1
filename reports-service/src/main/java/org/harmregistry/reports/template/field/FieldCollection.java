package org.harmregistry.reports.template.field;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.ReportCase;
import org.harmregistry.reports.definition.domain.ReportFilter;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.registry.ExternalId;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceCatalog;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.StatisticsFreezing;
import org.harmregistry.reports.template.TemplateFailure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Collects the evidence for a report on an investigation, one question after the other. */
@ApplicationScoped
class FieldCollection {

    private static final Comparator<LocalDate> UNDATED_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    private final IncidentCatalog incidents;
    private final SourceCatalog sources;
    private final StatisticsFreezing freezing;

    FieldCollection(IncidentCatalog incidents, SourceCatalog sources, StatisticsFreezing freezing) {
        this.incidents = incidents;
        this.sources = sources;
        this.freezing = freezing;
    }

    Uni<FieldEvidence> collect(EditionOrder order) {
        Map<String, String> selected = order.definition().filterOrNone().incidents();
        return work(order).chain(work -> freezing.freeze(order.edition(), order.inPeriod(selected), "month")
                .chain(records -> freezing.freeze(order.edition(), order.reachingIn(selected), "none")
                        .chain(reaching -> publications(order.definition().caseOrNone())
                                .chain(published -> asked(order).chain(asked -> cited(asked)
                                        .map(cited -> new FieldEvidence(order, work, records, reaching, published, asked,
                                                cited)))))));
    }

    /** Field work is done after what it is about: it is chosen by the area and not by the period. */
    private Uni<FieldEvidence.Work> work(EditionOrder order) {
        ReportFilter chosen = order.definition().filterOrNone();
        Map<String, String> area = new LinkedHashMap<>();
        if (chosen.country() != null) {
            area.put("country", chosen.country());
        }
        if (chosen.admin1() != null) {
            area.put("admin1", chosen.admin1());
        }
        Map<String, String> whole = new LinkedHashMap<>(Map.of("by", "place"));
        whole.putAll(area);
        return sources.fieldwork(area, "place").chain(places -> sources.fieldwork(area, "month")
                .chain(months -> sources.fieldwork(area, "mode").map(modes -> new FieldEvidence.Work(
                        Query.of("/sources/fieldwork", whole), places, months, modes))));
    }

    private Uni<List<Source>> publications(ReportCase file) {
        return Multi.createFrom().iterable(Stream.of(file.report(), file.article(), file.letter()).filter(Objects::nonNull)
                .toList()).onItem().transformToUniAndConcatenate(this::source).collect().asList();
    }

    private Uni<Source> source(ExternalId id) {
        return sources.byExternalId(id).map(found -> found
                .orElseThrow(() -> TemplateFailure.missing("the source " + id.system() + ":" + id.id())));
    }

    private Uni<FieldEvidence.Asked> asked(EditionOrder order) {
        String party = order.definition().filterOrNone().party();
        return incidents.parties().chain(parties -> incidents.demands().chain(demands -> promised(party)
                .map(promised -> new FieldEvidence.Asked(parties, demands.stream()
                        .filter(demand -> party == null || party.equals(demand.addressee()))
                        .sorted(Comparator.comparing(Demand::madeOn, UNDATED_LAST)
                                .thenComparing(demand -> String.valueOf(demand.id())))
                        .toList(),
                        promised.stream().sorted(Comparator.comparing(Commitment::dueOn, UNDATED_LAST)
                                .thenComparing(promise -> String.valueOf(promise.id()))).toList()))));
    }

    private Uni<List<Commitment>> promised(String party) {
        return party == null ? Uni.createFrom().item(List.of()) : incidents.commitments(party);
    }

    private Uni<CitedSources> cited(FieldEvidence.Asked asked) {
        return CitedSources.read(sources, Stream.concat(asked.demands().stream().map(Demand::source),
                asked.commitments().stream().map(Commitment::source)));
    }
}
