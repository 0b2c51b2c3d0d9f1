package org.harmregistry.reports.inquiry;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.run.domain.RunState;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Inquiries in PostgreSQL. Leases are measured by its clock alone. */
@ApplicationScoped
class InquiryStore {

    private static final String OPEN = """
            insert into inquiry (id, kind, subject, wanted, asked_by, asked_at) values (:id, :kind, :subject, :wanted, :askedBy, now())
            """;
    private static final String ONE_AFTER_THE_OTHER = "select cast(pg_advisory_xact_lock(7202600000000450) as text)";
    private static final String COUNT = "select count(*) from inquiry where state in ('waiting', 'running')";
    private static final String FIND = """
            select id, kind, subject, wanted, asked_by, asked_at, state, began_at, ended_at, attempts, next_attempt_at, answer, problem,
                   version
            from inquiry where id = :id
            """;
    private static final String CLAIM = """
            update inquiry set state = 'running', claimed_by = :claim, claimed_until = now() + cast(cast(:lease as text) as interval),
                               began_at = coalesce(began_at, now()), attempts = attempts + 1, problem = null, version = version + 1
            where id = (select id from inquiry
                        where state in ('waiting', 'running') and next_attempt_at <= now()
                          and (claimed_until is null or claimed_until < now())
                        order by asked_at, id limit 1 for update skip locked)
            returning id
            """;
    private static final String RENEW = """
            update inquiry set claimed_until = now() + cast(cast(:lease as text) as interval)
            where claimed_by in (:claims) and state = 'running'
            """;
    private static final String WAIT = """
            update inquiry set state = 'waiting', claimed_by = null, claimed_until = null, problem = :problem, version = version + 1,
                               next_attempt_at = now() + cast(cast(:wait as text) as interval)
            where claimed_by = :claim and state = 'running'
            """;
    private static final String END = """
            update inquiry set state = :state, claimed_by = null, claimed_until = null, ended_at = now(), answer = :answer,
                               problem = :problem, version = version + 1
            where claimed_by = :claim and state = 'running'
            """;
    private static final String FORGET = "delete from inquiry where ended_at < now() - interval '1 day'";

    Uni<Void> open(Mutiny.Session session, UUID id, InquiryKind kind, String subject, String wanted, String askedBy) {
        return session.createNativeQuery(OPEN).setParameter("id", id).setParameter("kind", kind.word())
                .setParameter("subject", subject).setParameter("wanted", wanted).setParameter("askedBy", askedBy)
                .executeUpdate().replaceWithVoid();
    }

    /** How many wait for their answers; who asks next waits for this transaction. */
    Uni<Long> waiting(Mutiny.Session session) {
        return session.createNativeQuery(ONE_AFTER_THE_OTHER, String.class).getSingleResult()
                .chain(() -> session.createNativeQuery(COUNT, Long.class).getSingleResult());
    }

    /** The inquiry, or {@code null}. */
    Uni<Inquiry> find(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(FIND, Object[].class).setParameter("id", id).getSingleResultOrNull()
                .map(row -> row == null ? null : inquiry(row));
    }

    private static Inquiry inquiry(Object[] row) {
        return new Inquiry((UUID) row[0], InquiryKind.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)), (String) row[2],
                (String) row[3], (String) row[4], SqlInstant.of(row[5]),
                RunState.valueOf(((String) row[6]).toUpperCase(Locale.ROOT)), SqlInstant.of(row[7]), SqlInstant.of(row[8]),
                ((Number) row[9]).intValue(), SqlInstant.of(row[10]), (String) row[11], (String) row[12],
                ((Number) row[13]).longValue());
    }

    /** Claims one that is due; {@code null} if there is none. */
    Uni<UUID> claim(Mutiny.Session session, UUID claim, Duration lease) {
        return session.createNativeQuery(CLAIM, UUID.class).setParameter("claim", claim)
                .setParameter("lease", lease.toString()).getSingleResultOrNull();
    }

    Uni<Void> renew(Mutiny.Session session, Collection<UUID> claims, Duration lease) {
        return session.createNativeQuery(RENEW).setParameter("claims", claims).setParameter("lease", lease.toString())
                .executeUpdate().replaceWithVoid();
    }

    Uni<Void> wait(Mutiny.Session session, UUID claim, Duration wait, String problem) {
        return session.createNativeQuery(WAIT).setParameter("claim", claim).setParameter("wait", wait.toString())
                .setParameter("problem", problem).executeUpdate().replaceWithVoid();
    }

    /** Ends it with an answer or a problem; does nothing if the claim was lost. */
    Uni<Void> end(Mutiny.Session session, UUID claim, String answer, String problem) {
        return session.createNativeQuery(END).setParameter("claim", claim)
                .setParameter("state", (answer == null ? RunState.FAILED : RunState.DONE).word())
                .setParameter("answer", answer).setParameter("problem", problem).executeUpdate().replaceWithVoid();
    }

    Uni<Void> forgetOld(Mutiny.Session session) {
        return session.createNativeQuery(FORGET).executeUpdate().replaceWithVoid();
    }
}
