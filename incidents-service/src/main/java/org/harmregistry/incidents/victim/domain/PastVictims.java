package org.harmregistry.incidents.victim.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * The victims of an incident as the registry had them at an effective instant, with today's rights: whose name is not public
 * today is not shown as of a day on which it was.
 */
@ApplicationScoped
public class PastVictims {

    private final IncidentFacts incidents;
    private final VictimStore store;
    private final VictimDocuments documents;

    public PastVictims(IncidentFacts incidents, VictimStore store, VictimDocuments documents) {
        this.incidents = incidents;
        this.store = store;
        this.documents = documents;
    }

    /** One victim more than {@code limit} if there is a next page. */
    public Uni<List<SeenVictim>> list(Mutiny.Session session, Caller caller, String incident, boolean withdrawn, UUID behind,
            int limit, Instant asOf) {
        return seen(session, caller, incident, asOf).map(all -> {
            List<UUID> ids = all.stream().map(seen -> seen.victim().id()).toList();
            return all.stream().skip(behind == null ? 0 : ids.indexOf(behind) + 1)
                    .filter(seen -> seen.victim().isWithdrawn() == withdrawn).limit(limit + 1L).toList();
        });
    }

    /** One victim, if the caller may see it. Fails with 404 otherwise. */
    public Uni<SeenVictim> get(Mutiny.Session session, Caller caller, String incident, UUID id, Instant asOf) {
        return seen(session, caller, incident, asOf).map(all -> all.stream().filter(seen -> seen.victim().id().equals(id))
                .findFirst().orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND)));
    }

    /** The persons of an incident by the minimum lists of SDG 16.1.2, as the caller may see them. */
    public Uni<VictimCounts> counts(Mutiny.Session session, Caller caller, String incident, Instant asOf) {
        return incidents.visible(session, caller, incident).chain(found -> store.past(session, found.id(), asOf)
                .map(past -> VictimCounts.of(found.id(), VictimPolicy.viewFor(caller, found), counted(past))));
    }

    private List<VictimCount> counted(List<PastVictim> past) {
        Map<String, VictimCount> kinds = new TreeMap<>();
        for (PastVictim each : past) {
            if (!documents.pastOf(each, null).isWithdrawn()) {
                VictimContent person = documents.contentOf(each);
                VictimCount one = new VictimCount(person.sex().term(), person.ageGroup().term(), person.status().term(),
                        person.cause().term(), person.outcome().term(), 1);
                kinds.merge(one.toString(), one, (sum, more) -> sum.plus(more.persons()));
            }
        }
        return new ArrayList<>(kinds.values());
    }

    private Uni<List<SeenVictim>> seen(Mutiny.Session session, Caller caller, String incident, Instant asOf) {
        return incidents.visible(session, caller, incident).chain(found -> store.past(session, found.id(), asOf)
                .map(past -> past.stream().flatMap(each -> seen(caller, found, each)).toList()));
    }

    private Stream<SeenVictim> seen(Caller caller, Incident incident, PastVictim past) {
        IncidentView view = VictimPolicy.viewFor(caller, incident);
        Victim victim = documents.pastOf(past, incident.id());
        boolean visible = VictimPolicy.maySee(view, victim) && (view != IncidentView.PUBLIC || past.namePublicToday());
        return visible ? Stream.of(new SeenVictim(victim, documents.contentOf(past), view, List.of())) : Stream.empty();
    }
}
