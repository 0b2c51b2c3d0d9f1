package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.Figure;

/**
 * A whole edition, as its files show it.
 *
 * @param id the edition
 * @param report slug of the report
 * @param period what it is about
 * @param number 1 for the first edition of the period
 * @param title its title
 * @param language its language
 * @param effectiveAt when the evidence was read, UTC
 * @param publishedAt when it was published, UTC
 * @param digest SHA-256 over the canonical JSON (RFC 8785) of the figures
 * @param figures all figures
 * @param lead what it is about
 * @param sections what it says
 * @param credits whose data stand behind it
 */
public record EditionDocument(UUID id, String report, Period period, int number, String title, String language,
        Instant effectiveAt, Instant publishedAt, String digest, List<Figure> figures, List<String> lead,
        List<Section> sections, List<Credit> credits) {

    /**
     * @param key the period's name in addresses
     * @param from first day
     * @param to last day
     * @param label for people
     */
    public record Period(String key, LocalDate from, LocalDate to, String label) {
    }
}
