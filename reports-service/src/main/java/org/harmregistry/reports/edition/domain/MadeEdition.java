package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.List;

import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.document.ReportDocument;

/**
 * What an edition says, made from its evidence, before any file is written.
 *
 * @param document what it says
 * @param asOf the instant that its evidence is true of
 * @param definition the definition that it was made from
 * @param madeFrom the same as JSON
 * @param documentDigest digest of the document in the archive
 * @param changes what differs from the edition before; {@code null} for the first one
 */
record MadeEdition(ReportDocument document, Instant asOf, DefinitionContent definition, String madeFrom,
        String documentDigest, List<FigureChange> changes) {
}
