package org.harmregistry.incidents.redress;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationPolicy;
import org.harmregistry.incidents.allegation.domain.AllegationStore;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentStore;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Redress is seen by whoever may see the incident and the allegation that it is for. */
@ApplicationScoped
class RedressSight {

    private static final String INCIDENTS = "from Incident where id in :ids";

    private final IncidentStore incidents;
    private final AllegationStore allegations;

    RedressSight(IncidentStore incidents, AllegationStore allegations) {
        this.incidents = incidents;
        this.allegations = allegations;
    }

    /** Which of several the caller may see, in the same order. */
    Uni<List<Boolean>> visible(Mutiny.Session session, Caller caller, List<Redress> several) {
        if (caller.readsAll()) {
            return Uni.createFrom().item(several.stream().map(one -> true).toList());
        }
        Set<UUID> about = several.stream().map(Redress::incident).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> claims = several.stream().map(Redress::allegation).filter(Objects::nonNull).collect(Collectors.toSet());
        return visibleIncidents(session, caller, about).chain(seen -> visibleAllegations(session, caller, claims)
                .map(heard -> several.stream().map(one -> (one.incident() == null || seen.contains(one.incident()))
                        && (one.allegation() == null || heard.contains(one.allegation()))).toList()));
    }

    private static Uni<Set<UUID>> visibleIncidents(Mutiny.Session session, Caller caller, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Set.of())
                : session.createSelectionQuery(INCIDENTS, Incident.class).setParameter("ids", ids).getResultList()
                        .map(found -> found.stream().filter(incident -> IncidentPolicy.maySee(caller, incident))
                                .map(Incident::id).collect(Collectors.toSet()));
    }

    private Uni<Set<UUID>> visibleAllegations(Mutiny.Session session, Caller caller, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Set.of())
                : allegations.findAll(session, ids)
                        .map(found -> found.stream().filter(allegation -> AllegationPolicy.maySee(caller, allegation))
                                .map(Allegation::id).collect(Collectors.toSet()));
    }

    /** Refuses with 422 what names an incident or allegation that the caller may not see, or that do not fit together. */
    Uni<Void> requireReferences(Mutiny.Session session, Caller caller, Redress redress) {
        return requireIncident(session, caller, redress.incident())
                .chain(() -> requireAllegation(session, caller, redress));
    }

    private Uni<Void> requireIncident(Mutiny.Session session, Caller caller, UUID id) {
        return id == null ? Uni.createFrom().voidItem()
                : incidents.find(session, id.toString()).invoke(found -> require(
                        found != null && IncidentPolicy.maySee(caller, found), RedressFailure.INCIDENT_UNKNOWN, "/incident"))
                        .replaceWithVoid();
    }

    private Uni<Void> requireAllegation(Mutiny.Session session, Caller caller, Redress redress) {
        if (redress.allegation() == null) {
            return Uni.createFrom().voidItem();
        }
        return allegations.find(session, redress.allegation()).invoke(found -> {
            require(found != null && AllegationPolicy.maySee(caller, found), RedressFailure.ALLEGATION_UNKNOWN, "/allegation");
            require(found.content().party().equals(redress.party()), RedressFailure.ALLEGATION_OF_OTHER_PARTY, "/allegation");
            require(redress.incident() == null || redress.incident().equals(found.content().incident()),
                    RedressFailure.ALLEGATION_OF_OTHER_INCIDENT, "/allegation");
        }).replaceWithVoid();
    }

    private static void require(boolean fits, RedressFailure failure, String pointer) {
        if (!fits) {
            throw Failure.at(failure, pointer, failure.title() + ".");
        }
    }
}
