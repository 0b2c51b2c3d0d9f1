package org.harmregistry.sources.custody.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What custody is kept of: the sources of the register. */
public interface CustodySubjects {

    /**
     * The source, if the caller may read its custody: the registry's staff, custodians, and contributors of its organisation.
     *
     * @throws Failure 404 if the source is not there for the caller, 401 or 403 if only its custody is not
     */
    Uni<CustodySubject> readableBy(Mutiny.Session session, Caller caller, UUID source);

    /** The source, or {@code null}. */
    Uni<CustodySubject> find(Mutiny.Session session, UUID source);

    /** The sources that are there, by id. */
    Uni<Map<UUID, CustodySubject>> findAll(Mutiny.Session session, Collection<UUID> sources);

    /** Ids of sources in their order, behind {@code after}. */
    Uni<List<UUID>> after(Mutiny.Session session, UUID after, int limit);
}
