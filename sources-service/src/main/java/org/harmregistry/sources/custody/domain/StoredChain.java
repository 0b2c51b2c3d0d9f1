package org.harmregistry.sources.custody.domain;

import java.util.List;

/**
 * A chain as the register holds it at one moment.
 *
 * @param from the place of the first entry that was read; more than 1 if the chain is too long to be read at once
 * @param entries in the order of their places
 * @param head how the chain ends; {@code null} if there is none
 */
public record StoredChain(long from, List<ChainEntry> entries, ChainHead head) {

    boolean isEmpty() {
        return entries.isEmpty() && head == null;
    }

    /** The place of the last entry; one before the first place where there is none. */
    long end() {
        return entries.isEmpty() ? from - 1 : entries.get(entries.size() - 1).sequence();
    }
}
