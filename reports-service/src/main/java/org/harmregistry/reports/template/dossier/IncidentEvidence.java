package org.harmregistry.reports.template.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.figure.FigureBuilder;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.RecordVersion;
import org.harmregistry.reports.registry.Citation;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceFile;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.wording.Wording;

/**
 * What the registry holds of one incident, as everybody may read it.
 *
 * @param wording the language it is told in
 * @param asOf the instant that it is true of, UTC; {@code null} for the present
 * @param incident the incident
 * @param parties all parties, for their names
 * @param sources the sources that are cited for it, by id
 * @param citations where they speak of it
 * @param files the files of the sources that everybody may have, by source
 */
record IncidentEvidence(Wording wording, Instant asOf, IncidentRecord incident, List<Party> parties, List<Source> sources,
        List<Citation> citations, Map<UUID, List<SourceFile>> files) {

    /** The same, to be told in another language. */
    IncidentEvidence in(Wording other) {
        return new IncidentEvidence(other, asOf, incident, parties, sources, citations, files);
    }

    /** A party's name in the language, or its slug. */
    String nameOf(String slug) {
        return Party.in(parties, slug).map(known -> known.nameIn(wording.language())).orElse(slug);
    }

    /** Marks a figure as one that the incident states. */
    FigureBuilder proves(FigureBuilder figure) {
        return figure.from(Query.of("/incidents/" + incident.id(), Map.of()), null, asOf)
                .records(new FigureRecords.Named(List.of(new RecordVersion(incident.id().toString(), incident.version()))))
                .sources(sources.stream().map(Source::link).toList());
    }

    /** Where it happened, as the centre of a public cell; empty where nobody has located it. */
    Optional<Incident.Point> point() {
        return Optional.ofNullable(incident.place()).map(IncidentRecord.Place::point).map(PublicCell::around);
    }

    List<MappedPlace> places() {
        return point().map(point -> new MappedPlace(incident.place().name(), point.lat(), point.lon(),
                incident.place().accuracy(), 1)).stream().toList();
    }

    /** Whom to name for the incident and its sources. */
    Stream<Credit> credits() {
        Stream<Credit> record = incident.dataset() == null ? Stream.of()
                : Stream.of(new Credit(incident.dataset(), incident.licence(), incident.attribution()));
        return Stream.concat(record, CitedSources.credits(sources.stream()));
    }
}
