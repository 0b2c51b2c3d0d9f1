package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.Objects;
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
 * @param recordedAt the instant that the record itself shows as {@code updatedAt}, taken within the transaction and not finer
 *        than microseconds
 * @param snapshot the whole record after the change
 * @param derived what a past state is filtered by and is not in the snapshot; {@code null} for nothing
 * @param publicBefore whether everybody could read the record before
 * @param publicAfter whether everybody can read it now
 * @param publicVersion the version that everybody counts, which goes up only with what everybody sees; {@code null} if it is
 *        the
 *        same as {@code version}
 * @param organisation the organisation that owns the record
 * @param keptFromStaff whether the registry's staff, too, cannot read the record now, but its own organisation alone
 */
public record Change(String collection, UUID recordId, long version, String kind, String reason, Instant recordedAt,
        JsonNode snapshot, JsonNode derived, boolean publicBefore, boolean publicAfter, Long publicVersion,
        String organisation, boolean keptFromStaff) {

    public Change {
        Objects.requireNonNull(recordedAt);
    }

    /** A change of a record that the registry's staff can read. */
    public Change(String collection, UUID recordId, long version, String kind, String reason, Instant recordedAt,
            JsonNode snapshot, JsonNode derived, boolean publicBefore, boolean publicAfter, Long publicVersion,
            String organisation) {
        this(collection, recordId, version, kind, reason, recordedAt, snapshot, derived, publicBefore, publicAfter,
                publicVersion, organisation, false);
    }

    /** A change of a record whose versions count alike for everybody. */
    public Change(String collection, UUID recordId, long version, String kind, String reason, Instant recordedAt,
            JsonNode snapshot, boolean publicBefore, boolean publicAfter, String organisation) {
        this(collection, recordId, version, kind, reason, recordedAt, snapshot, null, publicBefore, publicAfter, null,
                organisation);
    }

    /** The same change, with what a past state is filtered by. */
    public Change withDerived(JsonNode found) {
        return new Change(collection, recordId, version, kind, reason, recordedAt, snapshot, found, publicBefore, publicAfter,
                publicVersion, organisation, keptFromStaff);
    }

    /** The same change, with the version that everybody counts. */
    public Change withPublicVersion(long counted) {
        return new Change(collection, recordId, version, kind, reason, recordedAt, snapshot, derived, publicBefore,
                publicAfter, counted, organisation, keptFromStaff);
    }

    /** The same change, of a record that is kept from the registry's staff or not. */
    public Change keptFromStaff(boolean kept) {
        return new Change(collection, recordId, version, kind, reason, recordedAt, snapshot, derived, publicBefore,
                publicAfter, publicVersion, organisation, kept);
    }
}
