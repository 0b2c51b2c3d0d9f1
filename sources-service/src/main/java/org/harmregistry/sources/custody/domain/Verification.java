package org.harmregistry.sources.custody.domain;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a look at a chain found.
 *
 * @param flaw the first thing that is wrong; {@code null} if nothing is
 * @param from the first place that was looked at, more than 1 only in a very long chain
 * @param to the last place that was looked at; one less than {@code from} in a chain without entries
 * @param checkpoint how the chain stands to the checkpoints
 * @param checkpointed how many entries the newest checkpoint of this chain covers; 0 for none
 */
public record Verification(State state, ChainFlaw flaw, long from, long to, Instant checkedAt, CheckpointState checkpoint,
        long checkpointed) {

    /** Whether a chain is as the registry wrote it. */
    public enum State {
        INTACT,
        BROKEN,
        /** The source is older than the custody log, and nothing was done with it since. */
        UNRECORDED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a chain stands to the checkpoints in the archive. */
    public enum CheckpointState {
        MATCHED,
        MISMATCHED,
        /** No checkpoint has come since the chain began. */
        NONE,
        /** The archive did not answer: a chain that was rolled back whole would not be noticed. */
        UNAVAILABLE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
