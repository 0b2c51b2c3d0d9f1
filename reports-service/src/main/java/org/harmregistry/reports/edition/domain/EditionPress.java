package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.run.domain.RunAttempt;

import io.smallrye.mutiny.Uni;

/** Writes the files of an edition and keeps them in the archive, before any row names them. */
@ApplicationScoped
public class EditionPress {

    private final EditionFiles files;
    private final JsonReading json;
    private final Clock clock;

    public EditionPress(EditionFiles files, JsonReading json, Clock clock) {
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes an edition as if it were published now, or at the end of its embargo if that is later.
     *
     * @param attempt is told how far it is
     */
    Uni<FrozenEdition> press(Edition edition, MadeEdition made, RunAttempt attempt) {
        ReportDocument report = made.document();
        String figures = json.tree(report.figures()).toString();
        EditionDocument document = EditionDocument.first(edition, report, made.asOf(), publishedAt(edition),
                CanonicalJson.digest(figures));
        return files.make(document, report.translations(), attempt)
                .map(kept -> new FrozenEdition(document, new FrozenContent(figures, json.tree(kept).toString(),
                        json.tree(report.credits()).toString(),
                        made.changes() == null ? null : json.tree(made.changes()).toString()), made.madeFrom(),
                        made.documentDigest()));
    }

    private Instant publishedAt(Edition edition) {
        Instant now = clock.instant();
        return edition.embargoUntil() != null && now.isBefore(edition.embargoUntil()) ? edition.embargoUntil() : now;
    }
}
