package org.harmregistry.reports.delivery.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.delivery.domain.Announcement;
import org.harmregistry.reports.delivery.domain.Announcements;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.subscription.domain.Occasion;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Announcements in PostgreSQL. */
@ApplicationScoped
class SqlAnnouncements implements Announcements {

    /** What {@link #announcement} reads. */
    static final String COLUMNS = """
            a.id, a.message_id, a.occasion, a.edition_id, a.report, a.period_key, a.period_label, a.number, a.title, a.reason,
            a.announced_at""";
    static final int WIDTH = 11;

    /** Those who want to be told of what {@code a} says. */
    static final String WANTED = """
            s.confirmed and not s.paused and s.disabled_cause is null
            and (s.reports is null or a.report = any(string_to_array(s.reports, ',')))
            and a.occasion = any(string_to_array(s.occasions, ','))""";

    /** Until the commit: ids then become visible in their order. Nothing waits for another record while it holds this. */
    private static final String IN_TURN = "select cast(pg_advisory_xact_lock(7202600000000411) as text)";
    /** One that is being deleted meanwhile is waited for and then left out, or the publication would fail at it. */
    private static final String ADD = """
            with a as (
                insert into announcement (occasion, edition_id, report, period_key, period_label, number, title, reason, announced_at)
                values (:occasion, :edition, :report, :key, :label, :number, :title, cast(:reason as text),
                        cast(cast(:at as text) as timestamptz))
                returning id, occasion, report)
            insert into delivery (subscription_id, announcement_id, status, next_attempt_at, queued_at)
            select s.id, a.id, 'waiting', now(), now() from a join subscription s on %s for key share of s
            """
            .formatted(WANTED);
    private static final String ADD_FOR = """
            with a as (
                insert into announcement (occasion, only_for, announced_at)
                values (:occasion, cast(:subscription as uuid), cast(cast(:at as text) as timestamptz)) returning id, message_id),
            queued as (
                insert into delivery (subscription_id, announcement_id, status, next_attempt_at, queued_at)
                select cast(:subscription as uuid), a.id, 'waiting', now(), now() from a)
            select message_id from a
            """;
    private static final String NEWEST = """
            select %s from announcement a
            where a.occasion in ('edition.published', 'edition.withdrawn') and a.id < :before and (cast(:report as text) is null or a.report = :report)
            order by a.id desc limit :limit
            """
            .formatted(COLUMNS);
    private static final String STANDS = "select exists (select 1 from announcement where id = :id and message_id = :message)";

    @Override
    public Uni<Void> add(Mutiny.Session session, Occasion occasion, Edition edition, Instant now) {
        return session.createNativeQuery(IN_TURN, String.class).getSingleResultOrNull()
                .chain(() -> session.createNativeQuery(ADD).setParameter("occasion", occasion.word())
                        .setParameter("edition", edition.id()).setParameter("report", edition.report())
                        .setParameter("key", edition.period().key()).setParameter("label", edition.period().label())
                        .setParameter("number", edition.number()).setParameter("title", edition.title())
                        .setParameter("reason", occasion == Occasion.WITHDRAWN ? edition.withdrawal().reason() : null)
                        .setParameter("at", now.toString()).executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<UUID> addFor(Mutiny.Session session, UUID subscription, Occasion occasion, Instant now) {
        return session.createNativeQuery(IN_TURN, String.class).getSingleResultOrNull()
                .chain(() -> session.createNativeQuery(ADD_FOR, UUID.class).setParameter("subscription", subscription)
                        .setParameter("occasion", occasion.word())
                        .setParameter("at", now.toString()).getSingleResult());
    }

    @Override
    public Uni<List<Announcement>> newest(Mutiny.Session session, String report, Long before, int limit) {
        return session.createNativeQuery(NEWEST, Object[].class).setParameter("report", report)
                .setParameter("before", before == null ? Long.MAX_VALUE : before).setParameter("limit", limit).getResultList()
                .map(rows -> rows.stream().map(row -> announcement(row, 0)).toList());
    }

    @Override
    public Uni<Boolean> stands(Mutiny.Session session, long id, UUID messageId) {
        return session.createNativeQuery(STANDS, Boolean.class).setParameter("id", id).setParameter("message", messageId)
                .getSingleResult();
    }

    /** Reads {@link #COLUMNS} from a column on. */
    static Announcement announcement(Object[] row, int from) {
        return new Announcement(((Number) row[from]).longValue(), (UUID) row[from + 1], Occasion.of((String) row[from + 2]),
                (UUID) row[from + 3], (String) row[from + 4], (String) row[from + 5], (String) row[from + 6],
                row[from + 7] == null ? null : ((Number) row[from + 7]).intValue(), (String) row[from + 8],
                (String) row[from + 9], SqlInstant.of(row[from + 10]));
    }
}
