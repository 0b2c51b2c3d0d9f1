package org.harmregistry.reports.template.dossier;

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
import org.harmregistry.reports.registry.Allegation;
import org.harmregistry.reports.registry.Citation;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceFile;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;

/**
 * All that a dossier is written from.
 *
 * @param order what is to be made
 * @param incident the incident
 * @param party the party that is asked
 * @param parties all parties, for their names
 * @param sources the sources that are cited for it, by id
 * @param citations where they speak of it
 * @param files the files of the sources that everybody may have, by source
 * @param allegations what was claimed to the party of it
 * @param told where the claims are taken from
 */
record DossierEvidence(EditionOrder order, IncidentRecord incident, Party party, List<Party> parties, List<Source> sources,
        List<Citation> citations, Map<UUID, List<SourceFile>> files, List<Allegation> allegations, CitedSources told) {

    /** The same evidence, to be written in another language. */
    DossierEvidence in(EditionOrder other) {
        return new DossierEvidence(other, incident, party, parties, sources, citations, files, allegations, told);
    }

    /** A party's name in the dossier's language, or its slug. */
    String nameOf(String slug) {
        return Party.in(parties, slug).map(known -> known.nameIn(order.wording().language())).orElse(slug);
    }

    /** Marks a figure as one that the incident states. */
    FigureBuilder proves(FigureBuilder figure) {
        return figure.from(Query.of("/incidents/" + incident.id(), Map.of()), null, order.asOf())
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

    List<Credit> credits() {
        Stream<Credit> record = incident.dataset() == null ? Stream.of()
                : Stream.of(new Credit(incident.dataset(), incident.licence(), incident.attribution()));
        return Stream.of(record, CitedSources.credits(sources.stream()), told.credits().stream()).flatMap(credits -> credits)
                .distinct().toList();
    }
}
