package org.harmregistry.sources.source.domain;

import java.util.List;
import java.util.Map;

import org.harmregistry.sources.archive.Content;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Keeps by which words sources are found, in the session of the unit of work that writes them. */
public interface FoundSources {

    /**
     * Brings the words into line with the sources as they stand.
     *
     * @param texts the texts sent along with each source; those that it had already keep their words, those that it has no more
     *        lose them
     */
    Uni<Void> keep(Mutiny.Session session, Map<Source, List<Content>> texts);
}
