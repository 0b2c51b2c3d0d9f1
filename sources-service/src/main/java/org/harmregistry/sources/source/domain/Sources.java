package org.harmregistry.sources.source.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The sources of the register, in the session of one unit of work. */
public interface Sources {

    /** Lets one unit of work at a time create a source under this id: a creation sent again waits for the first. */
    Uni<Void> claim(Mutiny.Session session, UUID id);

    /** The source, or {@code null}. */
    Uni<Source> find(Mutiny.Session session, UUID id);

    /**
     * The source if it is there for the reader, or {@code null}. One that is hidden is not even read: how long that takes would
     * tell it from none.
     */
    Uni<Source> find(Mutiny.Session session, UUID id, Caller reader);

    /** The same for who may know of identities and custody: custodians know of all sources. */
    default Uni<Source> findAsCustodian(Mutiny.Session session, UUID id, Caller reader) {
        return reader.has(Role.CUSTODIAN) ? find(session, id) : find(session, id, reader);
    }

    /** The source with its row locked until the unit of work ends, or {@code null}. */
    Uni<Source> findForChange(Mutiny.Session session, UUID id);

    /** The same if it is there for who is to change it. */
    Uni<Source> findForChange(Mutiny.Session session, UUID id, Caller reader);

    /** The sources with these ids that are there, by id. */
    Uni<Map<UUID, Source>> findAll(Mutiny.Session session, Collection<UUID> ids);

    /** The same, their rows locked. */
    Uni<Map<UUID, Source>> findAllForChange(Mutiny.Session session, Collection<UUID> ids);

    /** The sources of an organisation that hold one of the external ids, by external id, their rows locked. */
    Uni<Map<ExternalId, Source>> findByExternalIds(Mutiny.Session session, String organisation, Collection<ExternalId> ids);

    /** The same without locking them: they are only named. */
    Uni<Map<ExternalId, Source>> named(Mutiny.Session session, String organisation, Collection<ExternalId> ids);

    /** Other sources with the same canonical key that the caller may see, the oldest ids first. */
    Uni<List<Source>> withSameKey(Mutiny.Session session, Source source, Caller caller, int limit);

    /**
     * Adds new sources with the external ids that they hold. The session does not keep them: they are written and done with.
     */
    Uni<Void> add(Mutiny.Session session, List<Source> sources);

    /** Brings the external ids that the database guards into line with the source's own list. */
    Uni<Void> holdExternalIds(Mutiny.Session session, Source source);
}
