package org.harmregistry.sources.citation.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.citation.domain.Citation;
import org.harmregistry.sources.citation.domain.CitedIncidents;
import org.harmregistry.sources.incident.domain.IncidentFinding;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * The cited incidents in PostgreSQL. Leases are measured by the database's clock alone, and rows are locked in the order of
 * their ids, so that two imports wait for each other instead of locking each other out.
 */
@ApplicationScoped
class CitedIncidentsInPostgres implements CitedIncidents {

    private static final String NOTE = """
            with wanted as materialized (
                select distinct cast(w.id as uuid) as incident
                from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as w(id)),
            added as (
                insert into cited_incident (incident, due_at) select incident, now() from wanted order by incident
                on conflict on constraint cited_incident_pk do nothing),
            held as materialized (
                select c.incident from cited_incident c join wanted using (incident) where c.due_at > now()
                order by c.incident for update of c)
            update cited_incident c set due_at = now(), attempts = 0 from held where c.incident = held.incident
            """;
    private static final String CLAIM = """
            update cited_incident set claimed_by = :claim, claimed_until = now() + cast(cast(:lease as text) as interval)
            where incident in (select incident from cited_incident
                               where due_at <= now() and (claimed_until is null or claimed_until < now())
                               order by due_at, incident limit :limit for update skip locked)
            returning incident, attempts
            """;
    private static final String RELEASE = """
            update cited_incident
            set claimed_by = null, claimed_until = null, due_at = now() + cast(cast(:wait as text) as interval)
            where claimed_by = :claim
            """;
    private static final String SETTLED = """
            update cited_incident
            set claimed_by = null, claimed_until = null, due_at = now() + cast(cast(:wait as text) as interval),
                asked_at = now(), attempts = case when :there then 0 else attempts + 1 end
            where incident = :incident and claimed_by = :claim
            """;
    /** The same rule as in {@code IncidentSight.of}. */
    private static final String OTHERWISE = """
            select c.* from citation c
            where c.incident = :incident
              and (c.incident_sight is distinct from
                   case when not :there then 'nobody' when :public then 'everybody'
                        when c.organisation = :organisation then 'organisation'
                        when c.cited_by_registry then 'registry' else 'nobody' end
                or c.successor is distinct from
                   case when :there and (:public or c.organisation = :organisation or c.cited_by_registry)
                        then cast(nullif(cast(:successor as text), '') as uuid) end)
            order by c.id limit :limit for update of c
            """;

    private final JsonReading json;

    CitedIncidentsInPostgres(JsonReading json) {
        this.json = json;
    }

    @Override
    public Uni<Void> note(Mutiny.Session session, Collection<UUID> incidents) {
        if (incidents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(NOTE).setParameter("ids", json.tree(Set.copyOf(incidents)).toString()).executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Due>> claim(Mutiny.Session session, UUID claim, Duration lease, int limit) {
        return session.createNativeQuery(CLAIM, Object[].class).setParameter("claim", claim)
                .setParameter("lease", lease.toString()).setParameter("limit", limit).getResultList()
                .map(rows -> rows.stream().map(row -> new Due((UUID) row[0], ((Number) row[1]).intValue())).toList());
    }

    @Override
    public Uni<Void> release(Mutiny.Session session, UUID claim, Duration wait) {
        return session.createNativeQuery(RELEASE).setParameter("claim", claim).setParameter("wait", wait.toString())
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Boolean> settled(Mutiny.Session session, UUID claim, UUID incident, boolean there, Duration wait) {
        return session.createNativeQuery(SETTLED).setParameter("claim", claim).setParameter("incident", incident)
                .setParameter("there", there).setParameter("wait", wait.toString()).executeUpdate().map(rows -> rows == 1);
    }

    @Override
    public Uni<List<Citation>> otherwise(Mutiny.Session session, UUID incident, IncidentFinding finding, int limit) {
        return session.createNativeQuery(OTHERWISE, Citation.class).setParameter("incident", incident)
                .setParameter("there", finding.there()).setParameter("public", finding.isPublic())
                .setParameter("organisation", finding.organisation() == null ? "" : finding.organisation())
                .setParameter("successor", finding.successor() == null ? "" : finding.successor().toString())
                .setParameter("limit", limit).getResultList();
    }
}
