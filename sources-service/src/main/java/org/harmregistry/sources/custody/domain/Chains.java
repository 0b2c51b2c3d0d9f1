package org.harmregistry.sources.custody.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The chains of the register, in the session of one unit of work. */
public interface Chains {

    /** The heads of the chains that are there, by source, locked until the unit of work ends. */
    Uni<Map<UUID, ChainHead>> lockHeads(Mutiny.Session session, Collection<UUID> sources);

    /**
     * Adds entries and puts the heads in place, all at once.
     *
     * @param heads one for each chain that grew, by source
     */
    Uni<Void> add(Mutiny.Session session, List<ChainEntry> entries, Collection<ChainHead> heads);

    /** The chain of a source, or of a longer one its last {@code most} entries. */
    Uni<StoredChain> read(Mutiny.Session session, UUID source, int most);

    /**
     * The chains of several sources from their beginning, asked for at once; a source without one has an empty one.
     *
     * @param limit of how many entries together they are told
     */
    Uni<Map<UUID, StoredChain>> read(Mutiny.Session session, Collection<UUID> sources, int limit);

    /** Since when every new source has a chain. */
    Uni<Instant> keptSince(Mutiny.Session session);

    /** Sources with a chain, ordered by id, behind {@code after}. */
    Uni<List<UUID>> sourcesAfter(Mutiny.Session session, UUID after, int limit);

    /** Heads that no checkpoint has kept yet. */
    Uni<List<ChainHead>> waiting(Mutiny.Session session, int limit);

    /** Notes that a checkpoint keeps these heads; one that has moved on since is left waiting. */
    Uni<Void> checkpointed(Mutiny.Session session, Collection<ChainHead> heads);
}
