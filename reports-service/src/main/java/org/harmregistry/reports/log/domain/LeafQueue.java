package org.harmregistry.reports.log.domain;

import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Leaves before and after they get their places. */
public interface LeafQueue {

    /**
     * A leaf that waits for its place.
     *
     * @param id its id in the register
     * @param content its bytes
     */
    record Waiting(long id, byte[] content) {
    }

    /**
     * A leaf of an edition, with its place in the newest epoch that it has one in.
     *
     * @param leaf the leaf, with what opens its commitment
     * @param epoch the epoch
     * @param position its index in the tree of the epoch; {@code null} while it waits
     */
    record Placed(NewLeaf leaf, Epoch epoch, Long position) {
    }

    /** Queues a leaf; it is visible to the log once the session's transaction is. */
    Uni<Void> add(Mutiny.Session session, NewLeaf leaf);

    /** Queues all leaves that there are once more, for the tree of a new epoch. */
    Uni<Void> addAllAgain(Mutiny.Session session);

    /** Leaves that wait, in the order in which they are to be appended. */
    Uni<List<Waiting>> next(Mutiny.Session session, int limit);

    /** The leaves of an edition in their order. */
    Uni<List<Placed>> of(Mutiny.Session session, UUID edition);
}
