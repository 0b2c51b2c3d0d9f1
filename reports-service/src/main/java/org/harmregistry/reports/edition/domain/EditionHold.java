package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a whole edition is not out.
 *
 * @param code a word for programs
 * @param detail a sentence for people
 * @param until when it is looked at again by itself; {@code null} if somebody has to act first
 */
record EditionHold(String code, String detail, Instant until) {

    /** The first of two people has agreed. */
    static final EditionHold PUBLICATION_AWAITED = new EditionHold("publication_awaited",
            "One publisher approved it; another one has to publish it.", null);

    /**
     * What holds an edition, or {@code null} if nothing does. What is wrong with it comes first, then who has to agree,
     * then the time.
     *
     * @param newerOut true if a newer edition of the same period is out
     * @param now the register's own time, which decides when an embargo is over
     */
    static EditionHold of(Edition edition, List<EditionFinding> findings, boolean newerOut, Instant now) {
        if (newerOut) {
            return new EditionHold("newer_edition_out", "A newer edition of this period is out already.", null);
        }
        List<EditionFinding> blocking = findings.stream().filter(EditionFinding::isBlocking).toList();
        if (!blocking.isEmpty()) {
            return new EditionHold("gate_blocked", "The gate holds it back: " + blocking.stream().map(EditionFinding::rule)
                    .distinct().sorted().collect(Collectors.joining(", ")) + ".", null);
        }
        if (edition.needsTwoPersons() && !edition.approval().isReleased()) {
            return edition.approval().isApproved()
                    ? PUBLICATION_AWAITED
                    : new EditionHold("approval_awaited", "One publisher has to approve it, and another one to publish it.",
                            null);
        }
        if (edition.embargoUntil() != null && now.isBefore(edition.embargoUntil())) {
            return new EditionHold("embargoed", "It is under embargo until " + edition.embargoUntil() + ".",
                    edition.embargoUntil());
        }
        return null;
    }
}
