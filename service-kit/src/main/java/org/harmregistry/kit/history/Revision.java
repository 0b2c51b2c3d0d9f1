package org.harmregistry.kit.history;

import java.time.Instant;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A record as it stood after one change.
 *
 * @param version from 1, without gaps
 * @param kind what happened: {@code created}, {@code changed}, {@code accepted}, {@code published}, …
 * @param reason why; absent where none is asked for
 * @param recordedBy the {@code sub} of who did it
 * @param organisation for which organisation
 * @param recordedAt when the registry recorded it, UTC
 * @param snapshot the whole record after the change
 */
public record Revision(long version, String kind, String reason, String recordedBy, String organisation, Instant recordedAt,
        JsonNode snapshot) {

    static Revision of(Object[] row, ObjectMapper mapper) {
        try {
            return new Revision(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3],
                    (String) row[4], instant(row[5]), mapper.readTree((String) row[6]));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
