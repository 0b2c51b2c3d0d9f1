package org.harmregistry.incidents.redress;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationPolicy;
import org.harmregistry.incidents.allegation.domain.AllegationStore;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.IncidentStore;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Redress is seen by whoever may see the incident that it is for, or the one that speaks for it, and the allegation. */
@ApplicationScoped
class RedressSight {

    private static final String EVER = """
            select distinct cast(snapshot ->> 'incident' as uuid) as incident, cast(snapshot ->> 'allegation' as uuid) as allegation
            from revision where collection = 'redress'
            """;
    private static final String INCIDENTS = "from Incident where id in :ids";

    private final IncidentStore incidents;
    private final IncidentFacts facts;
    private final AllegationStore allegations;

    RedressSight(IncidentStore incidents, IncidentFacts facts, AllegationStore allegations) {
        this.incidents = incidents;
        this.facts = facts;
        this.allegations = allegations;
    }

    /** Which of several the caller may see, in the same order. */
    Uni<List<Boolean>> visible(Mutiny.Session session, Caller caller, List<Redress> several) {
        Set<UUID> about = several.stream().map(Redress::incident).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> claims = several.stream().map(Redress::allegation).filter(Objects::nonNull).collect(Collectors.toSet());
        return of(session, caller, about, claims).map(seen -> several.stream().map(seen::test).toList());
    }

    /** Whether the caller may see redress, whatever it is or ever was for. */
    Uni<Predicate<Redress>> ofAll(Mutiny.Session session, Caller caller) {
        return session.createNativeQuery(EVER, Object[].class).getResultList()
                .chain(rows -> of(session, caller, ids(rows, 0), ids(rows, 1)));
    }

    private static Set<UUID> ids(List<Object[]> rows, int column) {
        return rows.stream().map(row -> (UUID) row[column]).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Uni<Predicate<Redress>> of(Mutiny.Session session, Caller caller, Set<UUID> about, Set<UUID> claims) {
        if (caller.readsAll()) {
            return Uni.createFrom().item(one -> true);
        }
        return visibleIncidents(session, caller, about).chain(seen -> visibleAllegations(session, caller, claims)
                .map(heard -> one -> (one.incident() == null || seen.contains(one.incident()))
                        && (one.allegation() == null || heard.contains(one.allegation()))));
    }

    private Uni<Set<UUID>> visibleIncidents(Mutiny.Session session, Caller caller, Collection<UUID> ids) {
        return find(session, ids).chain(found -> {
            Map<UUID, UUID> successors = found.stream().filter(incident -> incident.status() == IncidentStatus.MERGED)
                    .collect(
                            Collectors.toMap(Incident::id, incident -> facts.stateOf(incident).facts().lineage().mergedInto()));
            return find(session, Set.copyOf(successors.values())).map(speaking -> {
                Set<UUID> seen = Stream.concat(found.stream(), speaking.stream())
                        .filter(incident -> IncidentPolicy.maySee(caller, incident)).map(Incident::id)
                        .collect(Collectors.toSet());
                successors.forEach((merged, successor) -> {
                    if (seen.contains(successor)) {
                        seen.add(merged);
                    }
                });
                return seen;
            });
        });
    }

    private static Uni<List<Incident>> find(Mutiny.Session session, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of())
                : session.createSelectionQuery(INCIDENTS, Incident.class).setParameter("ids", ids).getResultList();
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
