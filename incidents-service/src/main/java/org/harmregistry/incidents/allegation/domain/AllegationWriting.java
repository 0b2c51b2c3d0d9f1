package org.harmregistry.incidents.allegation.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.exchange.ExternalIds;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Writes allegations together with their history. It is handed what may be written. */
@ApplicationScoped
public class AllegationWriting {

    public static final String COLLECTION = "allegations";

    private final AllegationStore store;
    private final AllegationDocuments documents;
    private final History history;
    private final ExternalIds externalIds;
    private final Clock clock;

    public AllegationWriting(AllegationStore store, AllegationDocuments documents, History history, ExternalIds externalIds,
            Clock clock) {
        this.store = store;
        this.documents = documents;
        this.history = history;
        this.externalIds = externalIds;
        this.clock = clock;
    }

    /** Adds an allegation with the entries that make its path. */
    Uni<Allegation> add(Mutiny.Session session, Caller caller, Allegation added, List<RecordedTransition> entries,
            String digest) {
        return store.add(session, added, caller.subject(), digest)
                .chain(() -> store.append(session, added.id(), entries))
                .chain(() -> append(session, caller, null, added, TransitionPath.of(entries), "created", null))
                .chain(() -> externalIds.replace(session, COLLECTION, added.id(), List.of(), added.content().keys()))
                .replaceWith(added);
    }

    /** Writes a change that leaves the transitions as they are. */
    Uni<Allegation> change(Mutiny.Session session, Caller caller, Allegation before, Allegation after, String kind,
            String reason) {
        return store.update(session, after).chain(() -> store.transitions(session, after.id(), null))
                .chain(entries -> append(session, caller, before, after, TransitionPath.of(entries), kind, reason))
                .chain(() -> externalIds.replace(session, COLLECTION, after.id(), before.content().keys(),
                        after.content().keys()))
                .replaceWith(after);
    }

    /** Writes new entries and what they make of the allegation. */
    Uni<Allegation> follow(Mutiny.Session session, Caller caller, Allegation before, Allegation after,
            List<RecordedTransition> added, TransitionPath path, String kind) {
        return store.update(session, after).chain(() -> store.append(session, after.id(), added))
                .chain(() -> append(session, caller, before, after, path, kind, added.get(0).reason()))
                .replaceWith(after);
    }

    /** Withheld records are nobody's own but the registry's, so that no organisation hears of them in the feed. */
    private Uni<Void> append(Mutiny.Session session, Caller caller, Allegation before, Allegation after, TransitionPath path,
            String kind, String reason) {
        Change change = new Change(COLLECTION, after.id(), after.whole().version(), kind, reason, after.whole().updatedAt(),
                documents.snapshot(after, path), before != null && before.isPublic(), after.isPublic(), null)
                .withDerived(AllegationDocuments.counters(after)).withPublicVersion(after.forEverybody().version());
        return history.append(session, caller, List.of(change));
    }

    /** As exactly as PostgreSQL keeps it, so that a record reads the same before and after it was stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A day may have begun elsewhere that has not here. */
    void requirePast(LocalDate day, String pointer) {
        if (day != null && day.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(1))) {
            throw Failure.at(AllegationFailure.DATE_IN_FUTURE, pointer, AllegationFailure.DATE_IN_FUTURE.title() + ".");
        }
    }
}
