package org.harmregistry.incidents.allegation.domain;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentFollower;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** A public allegation comes into sight and leaves it with its incident, and the feed tells. */
@ApplicationScoped
public class AllegationExposure implements IncidentFollower {

    private final AllegationStore store;
    private final AllegationWriting writing;

    public AllegationExposure(AllegationStore store, AllegationWriting writing) {
        this.store = store;
        this.writing = writing;
    }

    @Override
    public Uni<Void> turned(Mutiny.Session session, Caller caller, Set<UUID> incidents) {
        return store.publicAbout(session, incidents).onItem().transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem().transformToUniAndConcatenate(found -> writing.change(session, caller,
                        found.beforeItsIncidentTurned(), found.turn(writing.now()),
                        found.incidentPublic() ? "incident_shown" : "incident_hidden", null))
                .collect().asList().replaceWithVoid();
    }
}
