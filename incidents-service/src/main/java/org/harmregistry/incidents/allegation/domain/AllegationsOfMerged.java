package org.harmregistry.incidents.allegation.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.lineage.domain.MergeFollower;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Allegations about a merged record are about its successor; what parties made of them stays as it is, and so does the ledger.
 */
@ApplicationScoped
public class AllegationsOfMerged implements MergeFollower {

    private final AllegationStore store;
    private final AllegationWriting writing;

    public AllegationsOfMerged(AllegationStore store, AllegationWriting writing) {
        this.store = store;
        this.writing = writing;
    }

    @Override
    public Uni<Void> follow(Mutiny.Session session, Caller caller, Incident merged, Incident successor, String reason) {
        return store.about(session, merged.id()).onItem().transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem().transformToUniAndConcatenate(found -> writing.change(session, caller, found,
                        found.write(found.content().about(successor.id()), successor.isPublic(), writing.now()), "moved",
                        reason))
                .collect().asList().replaceWithVoid();
    }
}
