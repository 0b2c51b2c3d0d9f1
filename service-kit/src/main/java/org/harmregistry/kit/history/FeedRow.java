package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.identity.Caller;

/**
 * A row of the change feed as it is stored.
 *
 * @param position where it stands
 * @param publicNow whether everybody may read the record today
 * @param counted the version as everybody counts it, after the change
 * @param countedBefore the same before the change; {@code null} if there was none
 * @param keptBefore whether the registry's staff could not read the record before the change
 * @param keptNow whether it cannot read it today
 */
record FeedRow(long position, UUID recordId, long version, String kind, Instant changedAt, boolean publicBefore,
        boolean publicAfter, boolean publicNow, String organisation, long counted, Long countedBefore,
        boolean keptBefore, boolean keptAfter, boolean keptNow) {

    static FeedRow of(Object[] row) {
        return new FeedRow(((Number) row[0]).longValue(), (UUID) row[1], ((Number) row[2]).longValue(), (String) row[3],
                SqlInstant.of(row[4]), (Boolean) row[5], (Boolean) row[6], (Boolean) row[7], (String) row[8],
                ((Number) row[9]).longValue(), row[10] == null ? null : ((Number) row[10]).longValue(),
                (Boolean) row[11], (Boolean) row[12], (Boolean) row[13]);
    }

    /**
     * What a caller sees of it: the change, a tombstone where the record left the caller's sight, or {@code null}. Everybody is
     * told only of changes that everybody can see, in the version that everybody counts.
     */
    ChangeEntry seenBy(Caller caller) {
        if (caller.belongsTo(organisation) || caller.readsAll() && !keptAfter && !keptNow) {
            return new ChangeEntry(recordId, version, kind, false, null, changedAt);
        }
        if (caller.readsAll()) {
            return keptAfter && !keptBefore ? tombstone(version) : null;
        }
        if (publicNow && publicAfter && (!publicBefore || countedBefore == null || counted != countedBefore)) {
            return new ChangeEntry(recordId, counted, kind, false, null, changedAt);
        }
        if (publicBefore && !publicAfter) {
            return tombstone(counted);
        }
        return null;
    }

    private ChangeEntry tombstone(long version) {
        return new ChangeEntry(recordId, version, "removed", true, publicReason(), changedAt);
    }

    private String publicReason() {
        return switch (kind) {
            case "withdrawn", "merged" -> kind;
            case "consent_withdrawn", "kept_only" -> "consent_withdrawn";
            default -> "no_longer_public";
        };
    }
}
