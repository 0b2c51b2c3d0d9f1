package org.harmregistry.incidents.victim.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.exchange.Importing;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentStore;
import org.harmregistry.kit.identity.Caller;

/** Takes lists of victims over from other registers of persons. */
@ApplicationScoped
public class VictimImport {

    final Victims victims;
    final VictimStore store;
    final VictimDocuments documents;
    final VictimWriting writing;
    final IncidentStore incidents;
    final IncidentFacts facts;

    public VictimImport(Victims victims, VictimStore store, VictimDocuments documents, VictimWriting writing,
            IncidentStore incidents, IncidentFacts facts) {
        this.victims = victims;
        this.store = store;
        this.documents = documents;
        this.writing = writing;
        this.incidents = incidents;
        this.facts = facts;
    }

    /**
     * An import on behalf of the caller's organisation: into its own incidents until they are accepted, an analyst's into all.
     */
    public Importing<?, ?> of(Caller caller) {
        return new ImportedVictims(this, caller);
    }
}
