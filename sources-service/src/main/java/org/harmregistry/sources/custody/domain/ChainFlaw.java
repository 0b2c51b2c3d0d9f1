package org.harmregistry.sources.custody.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What is wrong with a chain, at the first place where anything is.
 *
 * @param sequence the first place that is not as the registry wrote it; one behind the last entry if it is the end that is
 *        wrong
 */
public record ChainFlaw(long sequence, Kind kind) {

    /** What can be done to a chain behind the registry's back. */
    public enum Kind {
        /** The entry does not say what the registry wrote. */
        CHANGED,
        /** The entry is gone, and later ones are there. */
        REMOVED,
        /** An entry stands there that the registry did not write there. */
        INSERTED,
        /** A true entry of the chain stands in another one's place. */
        SWAPPED,
        /** Entries are gone from here to the end. */
        TRUNCATED,
        /** The record of how the chain ends is gone. */
        HEAD_MISSING,
        /** The record of how the chain ends is not what the registry wrote, or older than the chain. */
        HEAD_CHANGED,
        /** The chain is not the one that was there at a checkpoint: it was rolled back, or begun anew. */
        CHECKPOINT_MISMATCH,
        /** A checkpoint names this place and was not written by the registry. */
        CHECKPOINT_CHANGED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
