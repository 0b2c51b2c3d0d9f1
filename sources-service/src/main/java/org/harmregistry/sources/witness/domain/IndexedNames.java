package org.harmregistry.sources.witness.domain;

import java.util.List;
import java.util.UUID;

import org.harmregistry.sources.sealing.domain.NameToken;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The tokens of names, by source. */
public interface IndexedNames {

    Uni<Void> put(Mutiny.Session session, UUID source, List<NameToken> tokens);

    /** Sources that have one of the tokens, in the order of ids. */
    Uni<List<UUID>> find(Mutiny.Session session, List<NameToken> tokens, int limit);

    /** Sources that have tokens of another index key than the one named. */
    Uni<List<UUID>> notIndexedBy(Mutiny.Session session, String key, int limit);
}
