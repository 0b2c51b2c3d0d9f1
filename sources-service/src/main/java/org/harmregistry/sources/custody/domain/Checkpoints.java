package org.harmregistry.sources.custody.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** Checkpoints in the archive, the other database: what was there once cannot be taken back in the register alone. */
public interface Checkpoints {

    /** The newest checkpoint, or {@code null}. */
    Uni<Checkpoint> newest();

    /** The heads of a source's chain that checkpoints keep, the shortest first; of very many the newest. */
    Uni<List<ChainHead>> marksOf(UUID source);

    /**
     * The same for all sources from one to another in the order of ids, asked for at once, and at most so many heads; a source
     * without any is left out.
     */
    Uni<Map<UUID, List<ChainHead>>> marksBetween(UUID first, UUID last, int limit);

    /** Sources that a checkpoint knows, ordered by id, behind {@code after}. */
    Uni<List<UUID>> sourcesAfter(UUID after, int limit);

    /**
     * Keeps a checkpoint and then what it holds of each chain.
     *
     * @return whether it was kept; false if there is another with that number
     */
    Uni<Boolean> add(Checkpoint checkpoint, List<ChainHead> heads);

    /** Checkpoints from a number on, in their order. */
    Uni<List<Checkpoint>> from(long number, int limit);

    /** The heads that a checkpoint keeps, ordered by source. */
    Uni<List<ChainHead>> headsOf(Checkpoint checkpoint);
}
