package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.document.ReportDocument;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The last steps of an edition: its files go to the archive first, then one transaction makes it public. */
@ApplicationScoped
public class EditionPublication {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final EditionHistory history;
    private final EditionFollowers followers;
    private final EditionFiles files;
    private final JsonReading json;
    private final Clock clock;

    public EditionPublication(UnitOfWork unitOfWork, EditionStore store, EditionHistory history,
            EditionFollowers followers, EditionFiles files, JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.history = history;
        this.followers = followers;
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    private record Press(EditionDocument document, String figures, List<EditionFile> files) {
    }

    Uni<Void> publish(EditionClaims.Claim claim, Edition draft, ReportDocument report, Instant effectiveAt) {
        String figures = json.tree(report.figures()).toString();
        EditionDocument document = EditionDocument.first(draft, report, effectiveAt, clock.instant(),
                CanonicalJson.digest(figures));
        return files.make(document, report.translations()).chain(made -> unitOfWork
                .run(session -> publish(session, claim, new Press(document, figures, made))));
    }

    /** Does nothing if the claim ran out meanwhile: whoever took over makes the edition. */
    private Uni<Void> publish(Mutiny.Session session, EditionClaims.Claim claim, Press pressed) {
        return store.lock(session, claim.edition()).chain(edition -> {
            if (edition == null || !edition.isHeldBy(claim.token())) {
                return Uni.createFrom().voidItem();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            edition.publish(pressed.document(), new FrozenContent(pressed.figures(), json.tree(pressed.files()).toString(),
                    json.tree(pressed.document().credits()).toString()), now);
            return store.earlierPublished(session, edition).chain(earlier -> {
                earlier.forEach(replaced -> replaced.supersede(now));
                return history.published(session, edition, earlier)
                        .chain(() -> followers.published(session, edition, earlier));
            });
        });
    }
}
