package org.harmregistry.incidents.allegation.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.exchange.ExternalIds;
import org.harmregistry.incidents.exchange.Importing;
import org.harmregistry.kit.identity.Caller;

/** Takes allegations of other systems over, with what became of them. */
@ApplicationScoped
public class AllegationImport {

    final Allegations allegations;
    final AllegationTransitions transitions;
    final AllegationStore store;
    final AllegationDocuments documents;
    final ExternalIds externalIds;

    public AllegationImport(Allegations allegations, AllegationTransitions transitions, AllegationStore store,
            AllegationDocuments documents, ExternalIds externalIds) {
        this.allegations = allegations;
        this.transitions = transitions;
        this.store = store;
        this.documents = documents;
        this.externalIds = externalIds;
    }

    /** An import on behalf of the caller's organisation; the caller is an analyst. */
    public Importing<?, ?> of(Caller caller) {
        return new ImportedAllegations(this, caller);
    }
}
