package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Marks an edition that no longer says what the registry knows, and opens the one that will. */
@ApplicationScoped
public class EditionCorrections {

    private final EditionStore store;
    private final EditionOpening opening;
    private final EditionHistory history;
    private final EditionFollowers followers;
    private final Definitions definitions;
    private final Clock clock;

    public EditionCorrections(EditionStore store, EditionOpening opening, EditionHistory history,
            EditionFollowers followers, Definitions definitions, Clock clock) {
        this.store = store;
        this.opening = opening;
        this.history = history;
        this.followers = followers;
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * Marks an edition and opens the next one of its period; does nothing if that is done already or the edition is no longer
     * the newest.
     *
     * @param records the records that changed, as JSON
     * @param quiet how long the next one waits before it is made
     */
    public Uni<Void> mark(Mutiny.Session session, UUID id, String records, Duration quiet) {
        return store.lock(session, id).chain(edition -> {
            if (edition == null || edition.status() != EditionStatus.PUBLISHED || edition.correction().isDue()) {
                return Uni.createFrom().voidItem();
            }
            edition.markForCorrection(records, clock.instant().truncatedTo(ChronoUnit.MICROS));
            Caller service = EditionHistory.unattended(edition.organisation());
            return history.append(session, service, edition, "correction_due", null)
                    .chain(() -> definitions.in(session, edition.report()))
                    .chain(definition -> prepare(session, service, edition, definition, quiet))
                    .chain(() -> followers.correctionDue(session, edition));
        });
    }

    private Uni<Void> prepare(Mutiny.Session session, Caller service, Edition edition, StoredDefinition definition,
            Duration quiet) {
        return store.isBeingMade(session, definition.id(), edition.period().key()).chain(busy -> busy
                ? Uni.createFrom().voidItem()
                : opening.openNext(session, service, definition, EditionCollection.period(edition, definition.content()), null)
                        .chain(next -> store.wait(session, next, quiet)));
    }
}
