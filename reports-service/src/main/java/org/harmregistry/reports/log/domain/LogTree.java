package org.harmregistry.reports.log.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * The trees of all epochs in the register: which leaf stands where, and the hashes of their tiles. Rows are only ever added.
 */
public interface LogTree {

    /** How many leaves have their place. */
    Uni<Long> size(Mutiny.Session session, String epoch);

    /** Hashes of tiles; those that are not there are left out. */
    Uni<List<TreeNode>> nodes(Mutiny.Session session, String epoch, Collection<NodeRange> ranges);

    /**
     * Gives waiting leaves their places.
     *
     * @param places id of the leaf by its index
     * @param grown the hashes that came into being
     */
    Uni<Void> append(Mutiny.Session session, String epoch, Map<Long, Long> places, List<TreeNode> grown);

    /** The bytes of neighbouring leaves. */
    Uni<List<byte[]>> contents(Mutiny.Session session, String epoch, long from, long to);
}
