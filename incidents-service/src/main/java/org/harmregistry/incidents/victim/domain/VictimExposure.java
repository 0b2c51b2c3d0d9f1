package org.harmregistry.incidents.victim.domain;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFollower;
import org.harmregistry.incidents.incident.domain.IncidentStore;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** A person whose name is public comes into sight and leaves it with the incident, and the feed tells. */
@ApplicationScoped
public class VictimExposure implements IncidentFollower {

    private final IncidentStore incidents;
    private final VictimStore store;
    private final VictimWriting writing;

    public VictimExposure(IncidentStore incidents, VictimStore store, VictimWriting writing) {
        this.incidents = incidents;
        this.store = store;
        this.writing = writing;
    }

    @Override
    public Uni<Void> turned(Mutiny.Session session, Caller caller, Set<UUID> turned) {
        return store.namedInPublic(session, turned).chain(victims -> victims.isEmpty() ? Uni.createFrom().voidItem()
                : incidents.findLocked(session, turned).chain(found -> {
                    Map<UUID, Incident> byId = found.stream().collect(Collectors.toMap(Incident::id, each -> each));
                    return Multi.createFrom().iterable(victims).onItem().transformToUniAndConcatenate(
                            victim -> writing.turn(session, caller, byId.get(victim.incident()), victim)).collect().asList()
                            .replaceWithVoid();
                }));
    }
}
