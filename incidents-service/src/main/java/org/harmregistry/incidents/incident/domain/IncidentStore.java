package org.harmregistry.incidents.incident.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: keeps incidents and what points to them. */
public interface IncidentStore {

    /** The record with this id, or with this code now or formerly; {@code null} if there is none. */
    Uni<Incident> find(Mutiny.Session session, String idOrCode);

    /** The same, locked until the transaction ends, so that only one can change it. */
    Uni<Incident> findLocked(Mutiny.Session session, String idOrCode);

    /** Several records, locked, in the order of their ids, so that nobody waits in a circle. */
    Uni<List<Incident>> findLocked(Mutiny.Session session, Collection<UUID> ids);

    /** Lets one transaction at a time decide about an id that may not exist yet. */
    Uni<Void> claim(Mutiny.Session session, UUID id);

    /** Adds new records. */
    Uni<Void> add(Mutiny.Session session, List<Incident> incidents);

    /** Writes anew by which external ids and parties the records are found. The records themselves must be flushed. */
    Uni<Void> index(Mutiny.Session session, Map<Incident, IncidentContent> contents, boolean existing);

    /** Which records of an organisation bear these external ids. */
    Uni<Map<ExternalId, UUID>> bearing(Mutiny.Session session, String organisation, Collection<ExternalId> externalIds);
}
