package org.harmregistry.reports.reply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Questions and replies in PostgreSQL. */
@ApplicationScoped
class ReplyStore {

    /** A question is for everybody once an edition that shows it is out. */
    private static final String OUT = """
            select q.id from question q where q.report = :report and exists (
                select 1 from edition e where e.definition_id = q.definition_id
                  and (q.period_key is null or q.period_key = e.period_key)
                  and e.status in ('published', 'superseded') and e.effective_at >= q.recorded_at)
            """;

    private static final UUID FIRST = new UUID(0, 0);

    UUID nextId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    Uni<Question> question(Mutiny.Session session, UUID id) {
        return session.find(Question.class, id);
    }

    /**
     * Questions of a report behind an id, in the order in which they were recorded.
     *
     * @param all true for whoever reads all; otherwise those that are out, and those addressed to the party
     */
    Uni<List<Question>> questions(Mutiny.Session session, String report, UUID after, int limit, boolean all, String party) {
        return out(session, report).chain(out -> session.createQuery("from Question where report = :report and id > :after"
                + " and (:all = true or party = :party or id in (:out)) order by id", Question.class)
                .setParameter("report", report).setParameter("after", after == null ? FIRST : after)
                .setParameter("all", all).setParameter("party", party == null ? "" : party)
                .setParameter("out", out.isEmpty() ? List.of(FIRST) : out).setMaxResults(limit).getResultList());
    }

    /** Questions that an edition of a period shows: those recorded by its instant. */
    Uni<List<Question>> questions(Mutiny.Session session, String report, String periodKey, Instant asOf) {
        return session.createQuery("from Question where report = :report and (periodKey is null or periodKey = :period)"
                + " and recordedAt <= :asOf order by sentOn, id", Question.class)
                .setParameter("report", report).setParameter("period", periodKey).setParameter("asOf", asOf).getResultList();
    }

    /** Ids of a report's questions that everybody may read. */
    Uni<List<UUID>> out(Mutiny.Session session, String report) {
        return session.createNativeQuery(OUT, UUID.class).setParameter("report", report).getResultList();
    }

    Uni<List<Reply>> repliesTo(Mutiny.Session session, List<UUID> questions) {
        return questions.isEmpty() ? Uni.createFrom().item(List.of())
                : session.createQuery("from Reply where questionId in (:questions) order by receivedOn, id", Reply.class)
                        .setParameter("questions", questions).getResultList();
    }

    Uni<List<Reply>> repliesOn(Mutiny.Session session, UUID edition) {
        return session.createQuery("from Reply where editionId = :edition order by receivedOn, id", Reply.class)
                .setParameter("edition", edition).getResultList();
    }

    Uni<Reply> lockReply(Mutiny.Session session, UUID id) {
        return session.find(Reply.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
