package org.harmregistry.reports.edition.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFinding;
import org.harmregistry.reports.edition.domain.EditionQuery;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.edition.domain.EditionStore;
import org.harmregistry.reports.edition.domain.NewEdition;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Editions in PostgreSQL. Leases are measured by the database's clock alone, so that replicas whose clocks differ agree on who
 * holds what.
 */
@ApplicationScoped
class SqlEditionStore implements EditionStore {

    private static final String TO_OPEN = """
            select slug from report_definition where opened_version < version order by slug limit 50 for update skip locked
            """;
    private static final String OPENED = """
            update report_definition set opened_version = version, next_fire_at = cast(cast(:next as text) as timestamptz)
            where slug = :report
            """;
    private static final String FIRED = """
            select slug, fired_until from report_definition where next_fire_at <= now()
            order by next_fire_at limit 1 for update skip locked
            """;
    private static final String FIRINGS_DONE = """
            update report_definition set fired_until = cast(cast(:until as text) as timestamptz),
                                         next_fire_at = cast(cast(:next as text) as timestamptz)
            where slug = :report
            """;
    private static final String LOCK_DEFINITION = """
            select 1 from report_definition where id = :definition for no key update
            """;
    private static final String OPEN = """
            insert into edition (id, definition_id, report, period_key, period_from, period_to, period_label, number, status,
                                 title, language, organisation, embargo_until, version, recorded_at, updated_at)
            values (:id, :definition, :report, :key, :from, :to, :label, :number, 'draft', :title, :language, :organisation,
                    cast(cast(:embargo as text) as timestamptz), 1, now(), now())
            on conflict on constraint edition_definition_period_number_uq do nothing
            """;
    private static final String LAST_NUMBER = """
            select coalesce(max(number), 0) from edition where definition_id = :definition and period_key = :key
            """;
    private static final String BEING_MADE = """
            select exists (select 1 from edition
                           where definition_id = :definition and period_key = :key and status = 'draft')
            """;
    private static final String CLAIM = """
            update edition set claimed_by = :claim, claimed_until = now() + cast(cast(:lease as text) as interval), attempts = attempts + 1
            where id = (select id from edition
                        where status in ('draft', 'gated') and next_attempt_at <= now() and (claimed_until is null or claimed_until < now())
                        order by next_attempt_at, id limit 1 for update skip locked)
            returning id
            """;
    private static final String RENEW = """
            update edition set claimed_until = now() + cast(cast(:lease as text) as interval)
            where claimed_by in (:claims) and status in ('draft', 'gated')
            """;
    private static final String POSTPONE = """
            update edition set claimed_by = null, claimed_until = null, cause_code = :code, cause_detail = :detail,
                               next_attempt_at = now() + cast(cast(:wait as text) as interval)
            where claimed_by = :claim and status in ('draft', 'gated')
            """;
    private static final String WAIT = """
            update edition set next_attempt_at = now() + cast(cast(:wait as text) as interval)
            where id = :edition and status = 'draft'
            """;
    private static final String NEWER_OUT = """
            select exists (select 1 from edition where definition_id = :definition and period_key = :key and number > :number
                           and status in ('published', 'superseded'))
            """;
    private static final Set<EditionStatus> PUBLIC = Set.of(EditionStatus.PUBLISHED, EditionStatus.SUPERSEDED,
            EditionStatus.WITHDRAWN);

    @Override
    public Uni<List<String>> definitionsToOpen(Mutiny.Session session) {
        return session.createNativeQuery(TO_OPEN, String.class).getResultList();
    }

    @Override
    public Uni<Void> opened(Mutiny.Session session, String report, Instant nextFiring) {
        return session.createNativeQuery(OPENED).setParameter("report", report).setParameter("next", text(nextFiring))
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Fired> fired(Mutiny.Session session) {
        return session.createNativeQuery(FIRED, Object[].class).getSingleResultOrNull().map(row -> row == null ? null
                : new Fired((String) row[0], SqlInstant.of(row[1])));
    }

    @Override
    public Uni<Void> firingsDone(Mutiny.Session session, String report, Instant until, Instant nextFiring) {
        return session.createNativeQuery(FIRINGS_DONE).setParameter("report", report).setParameter("until", text(until))
                .setParameter("next", text(nextFiring)).executeUpdate().replaceWithVoid();
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    @Override
    public Uni<Void> lockDefinition(Mutiny.Session session, UUID definition) {
        return session.createNativeQuery(LOCK_DEFINITION, Integer.class).setParameter("definition", definition)
                .getSingleResult().replaceWithVoid();
    }

    @Override
    public Uni<Boolean> open(Mutiny.Session session, NewEdition edition) {
        return session.createNativeQuery(OPEN)
                .setParameter("id", edition.id()).setParameter("definition", edition.definition())
                .setParameter("report", edition.report()).setParameter("key", edition.period().key())
                .setParameter("from", edition.period().from()).setParameter("to", edition.period().to())
                .setParameter("label", edition.label()).setParameter("number", edition.number())
                .setParameter("title", edition.title()).setParameter("language", edition.language())
                .setParameter("organisation", edition.organisation())
                .setParameter("embargo", text(edition.embargoUntil()))
                .executeUpdate().map(rows -> rows == 1);
    }

    @Override
    public Uni<Integer> lastNumber(Mutiny.Session session, UUID definition, String periodKey) {
        return session.createNativeQuery(LAST_NUMBER, Integer.class).setParameter("definition", definition)
                .setParameter("key", periodKey).getSingleResult();
    }

    @Override
    public Uni<Boolean> isBeingMade(Mutiny.Session session, UUID definition, String periodKey) {
        return session.createNativeQuery(BEING_MADE, Boolean.class).setParameter("definition", definition)
                .setParameter("key", periodKey).getSingleResult();
    }

    @Override
    public Uni<Boolean> newerIsOut(Mutiny.Session session, Edition edition) {
        return session.createNativeQuery(NEWER_OUT, Boolean.class).setParameter("definition", edition.definitionId())
                .setParameter("key", edition.period().key()).setParameter("number", edition.number()).getSingleResult();
    }

    @Override
    public Uni<Instant> time(Mutiny.Session session) {
        return session.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
    }

    @Override
    public Uni<List<EditionFinding>> findings(Mutiny.Session session, UUID edition) {
        return session.createQuery("from EditionFinding where editionId = :edition order by number", EditionFinding.class)
                .setParameter("edition", edition).getResultList();
    }

    @Override
    public Uni<UUID> claim(Mutiny.Session session, UUID claim, Duration lease) {
        return session.createNativeQuery(CLAIM, UUID.class).setParameter("claim", claim)
                .setParameter("lease", lease.toString()).getSingleResultOrNull();
    }

    @Override
    public Uni<Void> renew(Mutiny.Session session, Collection<UUID> claims, Duration lease) {
        return session.createNativeQuery(RENEW).setParameter("claims", claims).setParameter("lease", lease.toString())
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> postpone(Mutiny.Session session, UUID claim, Duration wait, String causeCode, String causeDetail) {
        return session.createNativeQuery(POSTPONE).setParameter("claim", claim).setParameter("wait", wait.toString())
                .setParameter("code", causeCode).setParameter("detail", causeDetail).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> wait(Mutiny.Session session, UUID draft, Duration quiet) {
        return session.createNativeQuery(WAIT).setParameter("edition", draft).setParameter("wait", quiet.toString())
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Edition> find(Mutiny.Session session, UUID id) {
        return session.find(Edition.class, id);
    }

    @Override
    public Uni<Edition> lock(Mutiny.Session session, UUID id) {
        return session.find(Edition.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<List<Edition>> earlierPublished(Mutiny.Session session, Edition edition) {
        return session.createQuery("from Edition where definitionId = :definition and periodKey = :key and number < :number"
                + " and status = :status order by number", Edition.class)
                .setParameter("definition", edition.definitionId()).setParameter("key", edition.period().key())
                .setParameter("number", edition.number()).setParameter("status", EditionStatus.PUBLISHED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    @Override
    public Uni<List<Edition>> list(Mutiny.Session session, EditionQuery query) {
        StringBuilder text = new StringBuilder("from Edition where 1 = 1");
        text.append(query.report() == null ? "" : " and report = :report");
        text.append(query.periodKey() == null ? "" : " and periodKey = :key");
        text.append(query.statuses().isEmpty() ? "" : " and status in (:statuses)");
        text.append(query.publicOnly() ? " and status in (:public)" : "");
        text.append(query.before() == null ? "" : " and id < :before").append(" order by id desc");
        var prepared = session.createQuery(text.toString(), Edition.class).setMaxResults(query.limit());
        if (query.report() != null) {
            prepared.setParameter("report", query.report());
        }
        if (query.periodKey() != null) {
            prepared.setParameter("key", query.periodKey());
        }
        if (!query.statuses().isEmpty()) {
            prepared.setParameter("statuses", query.statuses());
        }
        if (query.publicOnly()) {
            prepared.setParameter("public", PUBLIC);
        }
        if (query.before() != null) {
            prepared.setParameter("before", query.before());
        }
        return prepared.getResultList();
    }

    @Override
    public UUID nextId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
