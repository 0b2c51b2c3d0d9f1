package org.harmregistry.reports.template.dossier;

import java.util.List;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.registry.Allegation;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;

/**
 * All that a dossier is written from.
 *
 * @param order what is to be made
 * @param of the incident
 * @param party the party that is asked
 * @param allegations what was claimed to the party of it
 * @param told where the claims are taken from
 */
record DossierEvidence(EditionOrder order, IncidentEvidence of, Party party, List<Allegation> allegations,
        CitedSources told) {

    /** The same evidence, to be written in another language. */
    DossierEvidence in(EditionOrder other) {
        return new DossierEvidence(other, of.in(other.wording()), party, allegations, told);
    }

    IncidentRecord incident() {
        return of.incident();
    }

    List<Credit> credits() {
        return Stream.concat(of.credits(), told.credits().stream()).distinct().toList();
    }
}
