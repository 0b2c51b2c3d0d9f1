package org.harmregistry.reports.edition.domain;

import java.util.Set;
import java.util.UUID;

/**
 * Which editions are asked for.
 *
 * @param report slug; {@code null} for all reports
 * @param periodKey period; {@code null} for all periods
 * @param statuses where they stand; empty for wherever
 * @param publicOnly true if only what everybody may read
 * @param before id before which the page begins; {@code null} for the first page
 * @param limit how many
 */
public record EditionQuery(String report, String periodKey, Set<EditionStatus> statuses, boolean publicOnly, UUID before,
        int limit) {

    public EditionQuery {
        statuses = Set.copyOf(statuses);
    }

    /** The newest of a report and a period that everybody may know of; {@code null} for all periods. */
    public static EditionQuery publicOnes(String report, String periodKey, int limit) {
        return new EditionQuery(report, periodKey, Set.of(), true, null, limit);
    }
}
