package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;

/**
 * A row of the change feed as it is stored.
 *
 * @param position where it stands
 * @param publicNow whether everybody may read the record today
 * @param counted the version as everybody counts it, after the change
 * @param countedBefore the same before the change; {@code null} if there was none
 */
record FeedRow(long position, UUID recordId, long version, String kind, Instant changedAt, boolean publicBefore,
        boolean publicAfter, boolean publicNow, String organisation, long counted, Long countedBefore) {

    static FeedRow of(Object[] row) {
        return new FeedRow(((Number) row[0]).longValue(), (UUID) row[1], ((Number) row[2]).longValue(), (String) row[3],
                StoredJson.instant(row[4]), (Boolean) row[5], (Boolean) row[6], (Boolean) row[7], (String) row[8],
                ((Number) row[9]).longValue(), row[10] == null ? null : ((Number) row[10]).longValue());
    }

    /**
     * What a caller sees of it: the change, a tombstone where the record left everybody's sight, or {@code null}. Everybody is
     * told only of changes that everybody can see, in the version that everybody counts.
     */
    ChangeEntry seenBy(Caller caller) {
        if (caller.readsAll() || caller.belongsTo(organisation)) {
            return new ChangeEntry(recordId, version, kind, false, null, changedAt);
        }
        if (publicNow && publicAfter && (!publicBefore || countedBefore == null || counted != countedBefore)) {
            return new ChangeEntry(recordId, counted, kind, false, null, changedAt);
        }
        if (publicBefore && !publicAfter) {
            return new ChangeEntry(recordId, counted, "removed", true, publicReason(), changedAt);
        }
        return null;
    }

    private String publicReason() {
        return switch (kind) {
            case "withdrawn", "merged" -> kind;
            default -> "no_longer_public";
        };
    }
}
