package org.harmregistry.reports.template.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.registry.Allegation;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceCatalog;
import org.harmregistry.reports.registry.SourceFile;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.TemplateFailure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Collects the evidence for a dossier as everybody may read it: nothing finer can get into what is published. */
@ApplicationScoped
class DossierCollection {

    private final IncidentCatalog incidents;
    private final SourceCatalog sources;

    DossierCollection(IncidentCatalog incidents, SourceCatalog sources) {
        this.incidents = incidents;
        this.sources = sources;
    }

    /** The incident and the parties. */
    private record Known(IncidentRecord incident, Party party, List<Party> parties) {
    }

    Uni<DossierEvidence> collect(EditionOrder order) {
        String slug = order.definition().filter().party();
        UUID id = UUID.fromString(order.definition().filter().incident());
        return incidents.incident(id).map(found -> found.orElseThrow(() -> TemplateFailure.missing("a public incident " + id)))
                .chain(incident -> incidents.parties().map(parties -> new Known(incident,
                        Party.in(parties, slug).orElseThrow(() -> TemplateFailure.missing("the party " + slug)), parties)))
                .chain(known -> sources.citedFor(id).chain(cited -> evidence(order, known, cited)));
    }

    private Uni<DossierEvidence> evidence(EditionOrder order, Known known, List<Source> cited) {
        UUID id = known.incident().id();
        return sources.citations(id).chain(citations -> files(cited).chain(files -> incidents
                .allegations(id, known.party().slug()).chain(told -> CitedSources.read(sources, told.stream()
                        .map(Allegation::source)).map(
                                toldBy -> new DossierEvidence(order, new IncidentEvidence(order.wording(), order.asOf(),
                                        known.incident(), known.parties(), cited, citations, files), known.party(), told,
                                        toldBy)))));
    }

    private Uni<Map<UUID, List<SourceFile>>> files(List<Source> cited) {
        Map<UUID, List<SourceFile>> found = new LinkedHashMap<>();
        return Multi.createFrom().iterable(cited)
                .onItem().transformToUniAndConcatenate(source -> sources.files(source.id())
                        .invoke(files -> found.put(source.id(), files)))
                .collect().last().replaceWith(found);
    }
}
