package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.document.ReportDocument;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** Writes the files of an edition and keeps them in the archive, before any row names them. */
@ApplicationScoped
public class EditionPress {

    private final Archive archive;
    private final JsonReading json;
    private final Clock clock;
    private final Vertx vertx;
    private final List<FileFormat> formats;

    public EditionPress(Archive archive, JsonReading json, Clock clock, Vertx vertx, Instance<FileFormat> formats) {
        this.archive = archive;
        this.json = json;
        this.clock = clock;
        this.vertx = vertx;
        this.formats = formats.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
    }

    private record Written(FileFormat format, byte[] bytes) {
    }

    private record Pressed(EditionDocument document, String figures, List<Written> files) {
    }

    /**
     * Writes an edition as if it were published now, or at the end of its embargo if that is later.
     */
    Uni<FrozenEdition> press(Edition edition, MadeEdition made) {
        // Writing takes the processor for a while: not on the event loop, and outside any session.
        Callable<Pressed> press = () -> write(edition, made.document(), made.asOf());
        return vertx.executeBlocking(press, false).chain(pressed -> keep(pressed.files())
                .map(files -> new FrozenEdition(pressed.document(), new FrozenContent(pressed.figures(),
                        json.tree(files).toString(), json.tree(made.document().credits()).toString(),
                        made.changes() == null ? null : json.tree(made.changes()).toString()), made.madeFrom(),
                        made.documentDigest())));
    }

    private Pressed write(Edition edition, ReportDocument report, Instant asOf) {
        String figures = json.tree(report.figures()).toString();
        EditionDocument document = new EditionDocument(edition.id(), edition.report(), edition.period(), edition.number(),
                edition.title(), edition.language(), asOf, publishedAt(edition), CanonicalJson.digest(figures),
                report.figures(), report.lead(), report.sections(), report.credits());
        List<Written> files = new ArrayList<>();
        formats.forEach(format -> files.add(new Written(format, format.write(document))));
        return new Pressed(document, figures, files);
    }

    private Instant publishedAt(Edition edition) {
        Instant now = clock.instant();
        return edition.embargoUntil() != null && now.isBefore(edition.embargoUntil()) ? edition.embargoUntil() : now;
    }

    private Uni<List<EditionFile>> keep(List<Written> files) {
        return Multi.createFrom().iterable(files)
                .onItem().transformToUniAndConcatenate(file -> archive.keep(file.bytes(), file.format().mediaType())
                        .map(digest -> new EditionFile(file.format().name(), file.format().mediaType(), digest,
                                file.bytes().length)))
                .collect().asList();
    }
}
