package org.harmregistry.reports.delivery.store;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.delivery.domain.Deliveries;
import org.harmregistry.reports.delivery.domain.Due;
import org.harmregistry.reports.delivery.domain.LoggedDelivery;
import org.harmregistry.reports.delivery.domain.Outcome;
import org.harmregistry.reports.subscription.domain.Channel;
import org.harmregistry.reports.subscription.domain.SecretGeneration;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Deliveries in PostgreSQL. Leases and waits are measured by the database's clock alone, so that replicas agree. */
@ApplicationScoped
class SqlDeliveries implements Deliveries {

    private static final String IS_DUE = """
            d.status = 'waiting' and d.next_attempt_at <= now() and (d.claimed_until is null or d.claimed_until < now())""";

    /**
     * Fair between subscriptions: each has a few at once, the longest waiting go first. Of one that is not confirmed nothing is
     * queued but the question.
     */
    private static final String CLAIM = """
            with due as (
                select f.subscription_id, f.announcement_id from subscription s
                cross join lateral (
                    select d.subscription_id, d.announcement_id, d.next_attempt_at from delivery d
                    where d.subscription_id = s.id and %1$s
                    order by d.next_attempt_at, d.announcement_id
                    limit greatest(0, cast(:each as bigint) - (select count(*) from delivery c where c.subscription_id = s.id
                                               and c.status = 'waiting' and c.claimed_until >= now()))) f
                where not s.paused and s.disabled_cause is null and (s.failing_since is not null) = :failing
                order by f.next_attempt_at, f.announcement_id limit :most),
            free as (
                select d.subscription_id, d.announcement_id from delivery d
                join due on due.subscription_id = d.subscription_id and due.announcement_id = d.announcement_id
                where %1$s for update of d skip locked),
            claimed as (
                update delivery d set claimed_by = :token, claimed_until = now() + cast(cast(:lease as text) as interval)
                from free where free.subscription_id = d.subscription_id and free.announcement_id = d.announcement_id
                returning d.subscription_id, d.announcement_id, d.failures)
            select %2$s, s.id as subscription, s.channel, s.url, s.secret_key, s.secret_generation, s.previous_secret_key,
                   s.previous_secret_until, c.failures
            from claimed c join subscription s on s.id = c.subscription_id join announcement a on a.id = c.announcement_id
            """.formatted(IS_DUE, SqlAnnouncements.COLUMNS);
    private static final String RECORD = """
            with result as (
                select r."subscription", r."announcement", r."outcome", r."httpStatus", r."tookMs", r."wait"
                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r("subscription" uuid, "announcement" bigint,
                    "outcome" text, "httpStatus" integer, "tookMs" integer, "wait" interval)),
            moved as (
                update delivery d set attempts = d.attempts + 1,
                    failures = case when r."outcome" = 'delivered' then d.failures else d.failures + 1 end,
                    status = case when r."outcome" = 'delivered' then 'delivered' when r."wait" is null then 'given_up' else 'waiting' end,
                    next_attempt_at = now() + coalesce(r."wait", interval '0'), claimed_by = null, claimed_until = null,
                    ended_at = case when r."wait" is null then now() end
                from result r
                where d.subscription_id = r."subscription" and d.announcement_id = r."announcement" and d.claimed_by = :token
                returning d.subscription_id, d.announcement_id, d.attempts)
            insert into delivery_attempt (subscription_id, announcement_id, number, outcome, http_status, took_ms, attempted_at)
            select m.subscription_id, m.announcement_id, m.attempts, r."outcome", r."httpStatus", r."tookMs", clock_timestamp()
            from moved m join result r on r."subscription" = m.subscription_id and r."announcement" = m.announcement_id
            """;
    /** In the order of ids, so that two runs that know the same subscriptions never wait for each other in a circle. */
    private static final String FAILING = """
            update subscription set failing_since = %s where id in (
                select id from subscription where id in (:ids) and failing_since is %s order by id for no key update)
            """;
    private static final String FOR_TOO_LONG = """
            select id from subscription where id in (:ids) and disabled_cause is null
              and failing_since < now() - cast(cast(:longest as text) as interval) order by id
            """;
    private static final String REPLAY = """
            insert into delivery (subscription_id, announcement_id, status, next_attempt_at, queued_at)
            select s.id, a.id, 'waiting', now(), now() from subscription s join announcement a on %s
            where s.id = :subscription and a.edition_id is not null and a.id > :after order by a.id limit :most
            on conflict (subscription_id, announcement_id) do update
                set status = 'waiting', failures = 0, next_attempt_at = now(), queued_at = now(), ended_at = null
                where delivery.status <> 'waiting'
            """.formatted(SqlAnnouncements.WANTED);
    private static final String FORGET = """
            delete from delivery where ended_at < now() - cast(cast(:age as text) as interval)
            """;

    private final DeliveryLog log;

    SqlDeliveries(DeliveryLog log) {
        this.log = log;
    }

    @Override
    public Uni<List<Due>> claim(Mutiny.Session session, Wanted wanted) {
        return session.createNativeQuery(CLAIM, Object[].class).setParameter("token", wanted.token())
                .setParameter("failing", wanted.failing()).setParameter("most", wanted.most())
                .setParameter("each", wanted.each()).setParameter("lease", wanted.lease().toString()).getResultList()
                .map(rows -> rows.stream().map(SqlDeliveries::due).toList());
    }

    private static Due due(Object[] row) {
        int at = SqlAnnouncements.WIDTH;
        SecretGeneration secret = SecretGeneration.stored((String) row[at + 3], ((Number) row[at + 4]).intValue(),
                (String) row[at + 5], SqlInstant.of(row[at + 6]));
        return new Due((UUID) row[at], Channel.of((String) row[at + 1]), (String) row[at + 2], secret,
                SqlAnnouncements.announcement(row, 0), ((Number) row[at + 7]).intValue());
    }

    @Override
    public Uni<List<UUID>> record(Mutiny.Session session, UUID token, List<Result> results, Duration longest) {
        return session.createNativeQuery(RECORD).setParameter("token", token).setParameter("rows", rows(results))
                .executeUpdate()
                .chain(() -> failing(session, results, false, "now()", "null"))
                .chain(() -> failing(session, results, true, "null", "not null"))
                .chain(() -> forTooLong(session, results, longest));
    }

    private static Uni<Void> failing(Mutiny.Session session, List<Result> results, boolean delivered, String becomes,
            String was) {
        List<UUID> ids = subscriptions(results, delivered);
        return ids.isEmpty() ? Uni.createFrom().voidItem()
                : session.createNativeQuery(FAILING.formatted(becomes, was)).setParameter("ids", ids).executeUpdate()
                        .replaceWithVoid();
    }

    private static Uni<List<UUID>> forTooLong(Mutiny.Session session, List<Result> results, Duration longest) {
        List<UUID> ids = subscriptions(results, false);
        return ids.isEmpty() ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(FOR_TOO_LONG, UUID.class).setParameter("ids", ids)
                        .setParameter("longest", longest.toString()).getResultList();
    }

    private static List<UUID> subscriptions(List<Result> results, boolean delivered) {
        Stream<Result> those = results.stream()
                .filter(result -> delivered ? result.attempt().outcome() == Outcome.DELIVERED : isItsFault(result));
        return those.map(result -> result.due().subscription()).distinct().sorted().toList();
    }

    /** A mail server of our own that is away says nothing about whom mail is for. */
    private static boolean isItsFault(Result result) {
        Outcome outcome = result.attempt().outcome();
        return outcome != Outcome.DELIVERED && (result.due().channel() == Channel.WEBHOOK || outcome == Outcome.REFUSED);
    }

    private static String rows(List<Result> results) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        results.forEach(result -> {
            ObjectNode row = rows.addObject().put("subscription", result.due().subscription().toString())
                    .put("announcement", result.due().announcement().id()).put("outcome", result.attempt().outcome().word())
                    .put("tookMs", (int) result.attempt().took().toMillis())
                    .put("wait", result.again() == null ? null : result.again().toString());
            row.put("httpStatus", result.attempt().httpStatus());
        });
        return rows.toString();
    }

    @Override
    public Uni<Integer> replay(Mutiny.Session session, UUID subscription, long after, int most) {
        return session.createNativeQuery(REPLAY).setParameter("subscription", subscription).setParameter("after", after)
                .setParameter("most", most).executeUpdate();
    }

    @Override
    public Uni<List<LoggedDelivery>> log(Mutiny.Session session, UUID subscription, Long before, int limit) {
        return log.list(session, subscription, before, limit);
    }

    @Override
    public Uni<LoggedDelivery> find(Mutiny.Session session, UUID subscription, UUID messageId) {
        return log.find(session, subscription, messageId);
    }

    @Override
    public Uni<Void> forget(Mutiny.Session session, Duration age) {
        return session.createNativeQuery(FORGET).setParameter("age", age.toString()).executeUpdate().replaceWithVoid();
    }
}
