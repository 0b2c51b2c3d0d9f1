package org.harmregistry.reports.edition.domain;

import java.util.UUID;

/**
 * Which editions are asked for.
 *
 * @param report slug; {@code null} for all reports
 * @param periodKey period; {@code null} for all periods
 * @param publicOnly true if only what everybody may read
 * @param before id before which the page begins; {@code null} for the first page
 * @param limit how many
 */
public record EditionQuery(String report, String periodKey, boolean publicOnly, UUID before, int limit) {
}
