package org.harmregistry.kit.history;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One change of one record, to be written as a revision and as a row of the change feed.
 *
 * @param collection plural noun of the record's collection, as in its address
 * @param recordId the record
 * @param version the record's version after the change, from 1
 * @param kind what happened, one word: {@code created}, {@code changed}, {@code accepted}, {@code published}, …
 * @param reason why, in the words of who did it; {@code null} where none is asked for
 * @param snapshot the whole record after the change
 * @param publicBefore whether everybody could read the record before
 * @param publicAfter whether everybody can read it now
 * @param organisation the organisation that owns the record
 */
public record Change(String collection, UUID recordId, long version, String kind, String reason, JsonNode snapshot,
        boolean publicBefore, boolean publicAfter, String organisation) {
}
