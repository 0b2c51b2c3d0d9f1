package org.harmregistry.sources.custody.domain;

import java.util.List;

/**
 * The custody of a source: what was done with it, and whether that is what the registry wrote.
 *
 * @param subject the source; {@code null} if it is gone from the register
 * @param entries in the order of their places
 */
public record KeptChain(CustodySubject subject, List<ChainEntry> entries, Verification verification) {

    /** Since when acts are recorded; {@code null} if none is. */
    public String recordedSince() {
        return entries.isEmpty() ? null : entries.get(0).at();
    }
}
