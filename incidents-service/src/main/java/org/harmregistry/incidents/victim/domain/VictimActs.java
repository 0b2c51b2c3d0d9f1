package org.harmregistry.incidents.victim.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Withdraws victims, and makes their names public or withholds them. */
@ApplicationScoped
public class VictimActs {

    private final IncidentFacts incidents;
    private final VictimStore store;
    private final VictimDocuments documents;
    private final VictimWriting writing;
    private final Victims victims;

    public VictimActs(IncidentFacts incidents, VictimStore store, VictimDocuments documents, VictimWriting writing,
            Victims victims) {
        this.incidents = incidents;
        this.store = store;
        this.documents = documents;
        this.writing = writing;
        this.victims = victims;
    }

    /** Does one act; the reason is read only once the caller may act. */
    public Uni<SeenVictim> act(Mutiny.Session session, Caller caller, String incident, UUID id, VictimAct act, String ifMatch,
            Supplier<Reason> reason) {
        return incidents.locked(session, caller, incident)
                .chain(locked -> store.find(session, id).chain(found -> {
                    IncidentView view = VictimPolicy.viewFor(caller, locked);
                    Victim victim = VictimPolicy.requireVisible(view, locked, found);
                    act.requireRole(caller, locked);
                    String why = reason.get().reason();
                    Preconditions.requireMatch(ifMatch, VictimPolicy.tag(victim, view));
                    requireOpen(caller, locked, act);
                    act.requireOn(victim, documents.contentOf(victim));
                    return writing.act(session, caller, locked, victim, act, why)
                            .chain(() -> victims.seen(session, caller, view, List.of(victim))).map(seen -> seen.get(0));
                }));
    }

    /** A name can be taken out of the public's sight whatever became of the incident. */
    private static void requireOpen(Caller caller, Incident locked, VictimAct act) {
        if (act == VictimAct.WITHDRAWAL) {
            IncidentPolicy.requireOpenFor(caller, locked);
        } else if (act == VictimAct.PUBLICATION) {
            IncidentPolicy.requireStanding(locked);
        }
    }
}
