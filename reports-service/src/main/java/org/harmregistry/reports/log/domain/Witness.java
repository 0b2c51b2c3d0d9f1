package org.harmregistry.reports.log.domain;

import java.util.List;

import io.smallrye.mutiny.Uni;

/**
 * The memory of the last tree head in the other database, so that the register cannot be set back unnoticed. It moves by
 * compare-and-set alone: two replicas, or two states of the register, can never both go on from one head.
 */
public interface Witness {

    /**
     * What is remembered of an epoch.
     *
     * @param epoch its name
     * @param origin its origin
     * @param head the last tree head that may have been signed
     * @param successor name of the epoch in favour of which it was ended; absent while it grows
     */
    record Memory(String epoch, String origin, TreeHead head, String successor) {
    }

    /** @return what is remembered; {@code null} if nothing is */
    Uni<Memory> recall(String epoch);

    /** Everything that is remembered of epochs that were not ended. */
    Uni<List<Memory>> open();

    /** Begins to remember an epoch, from the empty tree; does nothing if it is remembered. */
    Uni<Void> begin(Epoch epoch);

    /** Moves from one head to the next; false if another one is remembered, or the epoch was ended. */
    Uni<Boolean> move(String epoch, TreeHead from, TreeHead to);

    /** Ends an epoch for good, whether it was remembered or not. */
    Uni<Void> end(Memory last, String successor);
}
