package org.harmregistry.incidents.victim.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Lets victims belong to another incident, when theirs turned out to be the same; with a revision of each. */
@ApplicationScoped
public class VictimMoves {

    private final VictimStore store;
    private final VictimDocuments documents;
    private final History history;
    private final Clock clock;

    public VictimMoves(VictimStore store, VictimDocuments documents, History history, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.history = history;
        this.clock = clock;
    }

    /** The victims of an incident that were not withdrawn, with what is recorded of each. */
    public Uni<Map<Victim, VictimContent>> of(Mutiny.Session session, Incident incident) {
        return store.counted(session, incident.id()).map(victims -> {
            Map<Victim, VictimContent> contents = new LinkedHashMap<>();
            victims.forEach(victim -> contents.put(victim, documents.contentOf(victim)));
            return contents;
        });
    }

    /** Moves victims to an incident that the session has locked, like theirs. */
    public Uni<Void> move(Mutiny.Session session, Caller caller, Map<Victim, VictimContent> victims, Incident to,
            String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Change> changes = new ArrayList<>();
        for (Victim victim : victims.keySet()) {
            victim.moveTo(to.id());
            victim.advance(now, true);
            changes.add(new Change(VictimWriting.COLLECTION, victim.id(), victim.version(), "moved", reason, now,
                    documents.snapshot(victim), false, to.isPublic() && victim.isNamePublic(), to.organisation())
                    .withPublicVersion(victim.publicVersion()).withDerived(documents.derived(victim)));
        }
        Uni<Void> written = history.append(session, caller, changes);
        for (Map.Entry<Victim, VictimContent> moved : victims.entrySet()) {
            if (!moved.getValue().externalIds().isEmpty()) {
                written = written.chain(() -> store.bear(session, moved.getKey(), moved.getValue().externalIds()));
            }
        }
        return written;
    }
}
