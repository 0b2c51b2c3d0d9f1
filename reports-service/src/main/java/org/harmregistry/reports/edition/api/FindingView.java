package org.harmregistry.reports.edition.api;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.reports.edition.domain.EditionFinding;

/**
 * What the gate found in an edition, and what became of it.
 *
 * @param number its number within the edition, from 1
 * @param rule name and version of the rule
 * @param severity {@code blocks} or {@code warns}
 * @param pointer JSON pointer into the edition's document; empty for the whole
 * @param message what is wrong
 * @param blocking true if it keeps the edition from going out now
 * @param overridable true if two publishers may let the edition out in spite of it
 * @param foundAt when it was first found, UTC
 * @param clearedAt when the rule no longer found it, UTC; absent while it does
 * @param override who let the edition out in spite of it, and why
 */
@Schema(name = "EditionFinding")
record FindingView(int number, String rule, String severity, String pointer, String message, boolean blocking,
        boolean overridable, Instant foundAt, Instant clearedAt, Override override) {

    /**
     * @param reason why
     * @param proposedBy the first publisher
     * @param proposedAt when, UTC
     * @param confirmedBy the second one; absent while it is only proposed
     * @param confirmedAt when, UTC
     */
    @Schema(name = "FindingOverride")
    record Override(String reason, String proposedBy, Instant proposedAt, String confirmedBy, Instant confirmedAt) {
    }

    static FindingView of(EditionFinding finding) {
        return new FindingView(finding.number(), finding.rule(), finding.severity(), finding.pointer(), finding.message(),
                finding.isBlocking(), finding.overridable(), finding.foundAt(), finding.clearedAt(),
                finding.overrideBy() == null ? null
                        : new Override(finding.overrideReason(), finding.overrideBy(),
                                finding.overrideAt(), finding.overrideConfirmedBy(), finding.overrideConfirmedAt()));
    }
}
