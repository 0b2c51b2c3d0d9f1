package org.harmregistry.incidents.victim.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Writes victims together with their history. It is handed what may be written. */
@ApplicationScoped
public class VictimWriting {

    public static final String COLLECTION = "victims";

    private final VictimStore store;
    private final VictimDocuments documents;
    private final History history;
    private final Clock clock;

    public VictimWriting(VictimStore store, VictimDocuments documents, History history, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.history = history;
        this.clock = clock;
    }

    Uni<Victim> add(Mutiny.Session session, Caller caller, Incident incident, UUID id, VictimContent content, String digest) {
        Victim victim = new Victim(id, incident.id(), caller.subject(), digest, now());
        victim.write(content, documents.json(content));
        victim.advance(victim.recordedAt(), false);
        return requireFree(session, victim, content)
                .chain(() -> store.add(session, victim))
                .chain(() -> append(session, caller, incident, victim, "created", null, false))
                .chain(() -> store.bear(session, victim, content.externalIds()))
                .replaceWith(victim);
    }

    Uni<Void> change(Mutiny.Session session, Caller caller, Incident incident, Victim victim, VictimContent before,
            VictimContent after) {
        boolean publicBefore = isPublic(incident, victim);
        return requireFree(session, victim, after)
                .invoke(() -> {
                    victim.write(after, documents.json(after));
                    victim.showName(victim.isNamePublic() && after.hasName());
                    victim.advance(now(), !before.equals(after));
                })
                .chain(() -> append(session, caller, incident, victim, "changed", null, publicBefore))
                .chain(() -> before.externalIds().equals(after.externalIds()) ? Uni.createFrom().voidItem()
                        : store.bear(session, victim, after.externalIds()));
    }

    /** Said before it is written; the incident is locked, so nobody takes an id meanwhile. */
    private Uni<Void> requireFree(Mutiny.Session session, Victim victim, VictimContent content) {
        return store.taken(session, victim.incident(), victim.id(), content.externalIds()).invoke(taken -> {
            for (int i = 0; i < content.externalIds().size(); i++) {
                if (taken.contains(content.externalIds().get(i))) {
                    throw Failure.at(VictimFailure.REGISTER_ID_TAKEN, "/externalIds/" + i,
                            VictimFailure.REGISTER_ID_TAKEN.title() + ".");
                }
            }
        }).replaceWithVoid();
    }

    Uni<Void> act(Mutiny.Session session, Caller caller, Incident incident, Victim victim, VictimAct act, String reason) {
        boolean publicBefore = isPublic(incident, victim);
        act.on(victim);
        victim.advance(now(), true);
        return append(session, caller, incident, victim, act.kind(), reason, publicBefore)
                .chain(() -> act == VictimAct.WITHDRAWAL ? store.bear(session, victim, List.of())
                        : Uni.createFrom().voidItem());
    }

    /** Tells that a person whose name is public came into sight with the incident, or left it. */
    Uni<Void> turn(Mutiny.Session session, Caller caller, Incident incident, Victim victim) {
        victim.advance(now(), incident.isPublic());
        return append(session, caller, incident, victim, incident.isPublic() ? "incident_shown" : "incident_hidden", null,
                !incident.isPublic());
    }

    private Uni<Void> append(Mutiny.Session session, Caller caller, Incident incident, Victim victim, String kind,
            String reason, boolean publicBefore) {
        return history.append(session, caller, List.of(new Change(COLLECTION, victim.id(), victim.version(), kind, reason,
                victim.updatedAt(), documents.snapshot(victim), publicBefore, isPublic(incident, victim),
                incident.organisation()).withPublicVersion(victim.publicVersion()).withDerived(documents.derived(victim))));
    }

    private static boolean isPublic(Incident incident, Victim victim) {
        return incident.isPublic() && victim.isNamePublic();
    }

    /** As exactly as PostgreSQL keeps it, so that a record reads the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
