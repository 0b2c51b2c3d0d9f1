package org.harmregistry.reports.edition.domain;

/**
 * An edition that is whole: its content lies in the archive already.
 *
 * @param document the edition as its files show it
 * @param content what of it stands in the register
 * @param madeFrom the definition that it was made from, as JSON
 * @param documentDigest digest of what was written from the evidence, in the archive
 */
record FrozenEdition(EditionDocument document, FrozenContent content, String madeFrom, String documentDigest) {
}
