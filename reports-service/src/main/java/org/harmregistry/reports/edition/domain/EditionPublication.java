package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.document.ReportDocument;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** The last steps of an edition: its files go to the archive first, then one transaction makes it public. */
@ApplicationScoped
public class EditionPublication {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final EditionHistory history;
    private final EditionFollowers followers;
    private final Archive archive;
    private final JsonReading json;
    private final Clock clock;
    private final Vertx vertx;
    private final List<FileFormat> formats;

    public EditionPublication(UnitOfWork unitOfWork, EditionStore store, EditionHistory history,
            EditionFollowers followers, Archive archive, JsonReading json, Clock clock, Vertx vertx, Instance<FileFormat> formats) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.history = history;
        this.followers = followers;
        this.archive = archive;
        this.json = json;
        this.clock = clock;
        this.vertx = vertx;
        this.formats = formats.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
    }

    private record Written(FileFormat format, byte[] bytes) {
    }

    private record Press(EditionDocument document, String figures, List<Written> files) {
    }

    Uni<Void> publish(EditionClaims.Claim claim, Edition draft, ReportDocument report, Instant effectiveAt) {
        // Writing takes the processor for a while: not on the event loop, and outside any session.
        Callable<Press> press = () -> press(draft, report, effectiveAt);
        return vertx.executeBlocking(press, false)
                .chain(pressed -> keep(pressed.files())
                        .chain(files -> unitOfWork.run(session -> publish(session, claim, pressed, files))));
    }

    private Press press(Edition draft, ReportDocument report, Instant effectiveAt) {
        String figures = json.tree(report.figures()).toString();
        EditionDocument document = new EditionDocument(draft.id(), draft.report(), draft.period(), draft.number(),
                draft.title(), draft.language(), effectiveAt, clock.instant(), CanonicalJson.digest(figures),
                report.figures(), report.lead(), report.sections(), report.credits());
        List<Written> files = new ArrayList<>();
        formats.forEach(format -> files.add(new Written(format, format.write(document))));
        return new Press(document, figures, files);
    }

    private Uni<List<EditionFile>> keep(List<Written> files) {
        return Multi.createFrom().iterable(files)
                .onItem().transformToUniAndConcatenate(file -> archive.keep(file.bytes(), file.format().mediaType())
                        .map(digest -> new EditionFile(file.format().name(), file.format().mediaType(), digest,
                                file.bytes().length)))
                .collect().asList();
    }

    /** Does nothing if the claim ran out meanwhile: whoever took over makes the edition. */
    private Uni<Void> publish(Mutiny.Session session, EditionClaims.Claim claim, Press pressed, List<EditionFile> files) {
        return store.lock(session, claim.edition()).chain(edition -> {
            if (edition == null || !edition.isHeldBy(claim.token())) {
                return Uni.createFrom().voidItem();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            edition.publish(pressed.document(), new FrozenContent(pressed.figures(), json.tree(files).toString(),
                    json.tree(pressed.document().credits()).toString()), now);
            return store.earlierPublished(session, edition).chain(earlier -> {
                earlier.forEach(replaced -> replaced.supersede(now));
                return history.published(session, edition, earlier)
                        .chain(() -> followers.published(session, edition, earlier));
            });
        });
    }
}
