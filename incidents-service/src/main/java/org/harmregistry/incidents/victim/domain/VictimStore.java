package org.harmregistry.incidents.victim.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: keeps victims. Who writes has locked their incident. */
public interface VictimStore {

    /** The victim with this id, of whatever incident; {@code null} if there is none. */
    Uni<Victim> find(Mutiny.Session session, UUID id);

    /** The incident that a victim belongs to now; {@code null} if there is no such victim. */
    Uni<UUID> incidentOf(Mutiny.Session session, UUID id);

    /**
     * The victims of an incident for which these ids of other registers stand. If none of those who count bears one, the
     * one who was withdrawn last.
     */
    Uni<Set<UUID>> bearing(Mutiny.Session session, UUID incident, Collection<ExternalId> externalIds);

    Uni<Void> add(Mutiny.Session session, Victim victim);

    /** Victims of an incident in the order of their ids, behind an id or from the first. */
    Uni<List<Victim>> list(Mutiny.Session session, VictimSearch search, UUID behind, int limit);

    /** All victims of an incident that were not withdrawn. */
    Uni<List<Victim>> counted(Mutiny.Session session, UUID incident);

    /** The victims of these incidents whose names are public, in the order of their ids. */
    Uni<List<Victim>> namedInPublic(Mutiny.Session session, Collection<UUID> incidents);

    /** Writes anew by which ids of other registers a victim is found; the victim must be flushed. */
    Uni<Void> bear(Mutiny.Session session, Victim victim, Collection<ExternalId> externalIds);

    /** Which of these ids other victims of the incident have that were not withdrawn. */
    Uni<Set<ExternalId>> taken(Mutiny.Session session, UUID incident, UUID victim, Collection<ExternalId> externalIds);

    /** The other incidents in which an id of these victims stands again, as far as the caller may see them. */
    Uni<Map<UUID, Map<ExternalId, List<UUID>>>> elsewhere(Mutiny.Session session, Caller caller, Collection<UUID> victims);

    /** The victims of an incident as they were at an effective instant, in the order of their ids. */
    Uni<List<PastVictim>> past(Mutiny.Session session, UUID incident, Instant asOf);

    /**
     * The names of the victims of several incidents, a list for each person; who was withdrawn is left out.
     *
     * @param all those of all persons, or else only those of an organisation's incidents and those that are public
     */
    Uni<Map<UUID, List<List<String>>>> names(Mutiny.Session session, Collection<UUID> incidents, boolean all,
            String organisation);

    /** How many persons of an incident there are of each kind. */
    Uni<List<VictimCount>> counts(Mutiny.Session session, UUID incident);
}
