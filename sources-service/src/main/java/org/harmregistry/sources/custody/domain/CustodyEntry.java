package org.harmregistry.sources.custody.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An act as it goes into the custody log.
 *
 * @param source the source whose chain it stands in
 * @param attachment the attachment that it is about; {@code null} for the source itself
 * @param actor the subject of who did it, as in the history; a job of the registry goes by its own name
 * @param at when, kept to the microsecond
 * @param digest of the content that it is about, {@code sha-256:<hex>}; {@code null} for none
 * @param reason in the words of who did it; {@code null} where none is asked for
 * @param detail what else belongs to the act, as plain JSON values; never a personal datum, for nothing here can be forgotten
 */
public record CustodyEntry(UUID source, UUID attachment, CustodyAct act, String actor, Instant at, String digest, String reason,
        Map<String, Object> detail) {

    public CustodyEntry {
        Objects.requireNonNull(source);
        Objects.requireNonNull(act);
        Objects.requireNonNull(actor);
        at = at.truncatedTo(ChronoUnit.MICROS);
        detail = detail == null ? Map.of() : Map.copyOf(detail);
        if (digest != null && !digest.matches("sha-256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a digest is written sha-256:<hex>");
        }
    }
}
