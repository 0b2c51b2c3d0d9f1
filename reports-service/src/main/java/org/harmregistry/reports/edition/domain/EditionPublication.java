package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.gate.Finding;
import org.harmregistry.reports.run.domain.RunState;
import org.harmregistry.reports.run.domain.Runs;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The last step of a turn: one transaction makes an edition public, or says what holds it back. */
@ApplicationScoped
public class EditionPublication {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final EditionFindings findings;
    private final EditionHistory history;
    private final EditionFollowers followers;
    private final Runs runs;
    private final Clock clock;

    public EditionPublication(UnitOfWork unitOfWork, EditionStore store, EditionFindings findings, EditionHistory history,
            EditionFollowers followers, Runs runs, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.findings = findings;
        this.history = history;
        this.followers = followers;
        this.runs = runs;
        this.clock = clock;
    }

    /** Does nothing if the claim ran out meanwhile: whoever took over settles the edition. */
    Uni<Void> settle(EditionClaims.Claim claim, FrozenEdition frozen, DefinitionContent definition, List<Finding> found) {
        return unitOfWork.run(session -> store.lock(session, claim.edition()).chain(edition -> {
            if (edition == null || !edition.isHeldBy(claim.token())) {
                return Uni.createFrom().voidItem();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            edition.freeze(frozen, definition.publicationOrDefault().rule());
            return findings.note(session, edition, found, now)
                    .chain(noted -> store.newerIsOut(session, edition).chain(newer -> store.time(session)
                            .chain(time -> settle(session, edition, frozen.document().publishedAt(),
                                    EditionHold.of(edition, noted, newer, time), now))))
                    .chain(() -> runs.end(session, edition.id(), RunState.DONE, null, null));
        }));
    }

    private Uni<Void> settle(Mutiny.Session session, Edition edition, Instant published, EditionHold hold, Instant now) {
        if (hold != null) {
            edition.hold(hold, now);
            return history.append(session, EditionHistory.unattended(edition.organisation()), edition, "gated", hold.detail());
        }
        edition.publish(published, now);
        return store.earlierPublished(session, edition).chain(earlier -> {
            earlier.forEach(replaced -> replaced.supersede(now));
            return history.published(session, edition, earlier)
                    .chain(() -> followers.published(session, edition, earlier));
        });
    }
}
