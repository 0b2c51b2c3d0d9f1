package org.harmregistry.sources.transfer.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.harmregistry.sources.source.domain.Texts;

/**
 * What is said of a transfer. Nothing in a custody log can be forgotten, so an institution is named here and never a person.
 *
 * @param recipient the institution that was given it, at most 300 characters
 * @param reason why, at most 1,000 characters
 * @param reference the recipient's own number of it, at most 200 characters; {@code null} if it gave none
 * @param on the day in UTC on which it was handed over; {@code null} for the day it is recorded
 * @param attachment the file that was handed over; {@code null} for the source as a whole
 */
public record Transfer(String recipient, String reason, String reference, LocalDate on, UUID attachment) {

    public Transfer {
        Texts.required(recipient, 300, "/recipient");
        Texts.required(reason, 1_000, "/reason");
        Texts.bounded(reference, 200, "/reference");
    }

    /** What stands in the entry beside the reason. */
    Map<String, Object> detail(LocalDate today, long version) {
        Map<String, Object> detail = new TreeMap<>(Map.of("recipient", recipient, "on", (on == null ? today : on).toString(),
                "version", version));
        if (reference != null) {
            detail.put("reference", reference);
        }
        return detail;
    }
}
