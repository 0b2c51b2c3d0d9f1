package org.harmregistry.sources.custody.domain;

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
     * @param heads one for each chain that grew
     */
    Uni<Void> add(Mutiny.Session session, List<ChainEntry> entries, Collection<ChainHead> heads);
}
