package org.harmregistry.sources.citation.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The citations of the register, in the session of one unit of work. */
public interface Citations {

    /** The citation, or {@code null}. */
    Uni<Citation> find(Mutiny.Session session, UUID id);

    /**
     * The citation if its source is there for the reader, or {@code null}; in one step, as hidden and none must take the same.
     */
    Uni<Citation> find(Mutiny.Session session, UUID id, Caller reader);

    /** The citation with its row locked until the unit of work ends, or {@code null}. */
    Uni<Citation> findForChange(Mutiny.Session session, UUID id);

    /** The same if its source is there for who is to change it. */
    Uni<Citation> findForChange(Mutiny.Session session, UUID id, Caller reader);

    /** Those of the citations that are there, by key, their rows locked; one that stands goes before one taken back. */
    Uni<Map<Citation.Key, Citation>> findAll(Mutiny.Session session, Collection<Citation.Key> keys);

    /** Those of the citations that are there, by id, their rows locked. */
    Uni<Map<UUID, Citation>> findAllForChange(Mutiny.Session session, Collection<UUID> ids);

    /** All citations of a source, their rows locked. */
    Uni<List<Citation>> ofSource(Mutiny.Session session, UUID source);

    /**
     * What the caller may see with the sources cited, ordered by id, behind {@code after} if it is given.
     */
    Uni<List<ListedCitation>> list(Mutiny.Session session, CitationFilter filter, Caller caller, UUID after, int limit);

    Uni<Void> add(Mutiny.Session session, List<Citation> citations);
}
