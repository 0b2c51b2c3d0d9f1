package org.harmregistry.sources.custody.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that the check of the whole register found wrong.
 *
 * @param id counts findings
 * @param source whose chain it is; {@code null} for a checkpoint
 * @param checkpoint number of the checkpoint; {@code null} for a chain
 * @param flaw where and what; of a checkpoint its own number
 */
public record CustodyFinding(long id, UUID source, Long checkpoint, ChainFlaw flaw, Instant foundAt, Instant lastSeenAt) {

    static CustodyFinding of(UUID source, ChainFlaw flaw, Instant now) {
        return new CustodyFinding(0, source, null, flaw, now, now);
    }

    static CustodyFinding of(long checkpoint, ChainFlaw.Kind kind, Instant now) {
        return new CustodyFinding(0, null, checkpoint, new ChainFlaw(checkpoint, kind), now, now);
    }
}
