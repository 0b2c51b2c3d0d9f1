package org.harmregistry.reports.edition.api;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.EditionStatus;

/** An edition in a list: without its figures. */
public record EditionSummary(UUID id, String report, EditionDocument.Period period, int number, EditionStatus status,
        String title, Instant effectiveAt, Instant publishedAt, String digest, long version) {

    static EditionSummary of(Caller caller, Edition edition) {
        return new EditionSummary(edition.id(), edition.report(), edition.period(), edition.number(), edition.status(),
                edition.title(), edition.effectiveAt(), edition.publishedAt(), edition.digest(),
                caller.readsAll() ? edition.version() : edition.publicVersion());
    }
}
