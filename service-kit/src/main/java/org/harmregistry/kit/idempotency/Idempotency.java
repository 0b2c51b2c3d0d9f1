package org.harmregistry.kit.idempotency;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Makes a retry safe (IETF draft idempotency-key-header): the answer is kept in the transaction of the effect, for seven days,
 * and given again for the same caller, operation, key and body. Refusals are not kept.
 */
@ApplicationScoped
public class Idempotency {

    private static final String CLAIM = "select pg_try_advisory_xact_lock(hashtextextended(:claim, 7202600000000002))";
    private static final String FIND = """
            select body_digest, status, location, tag, body from idempotency_key
            where caller = :caller and operation = :operation and key = :key
            """;
    private static final String KEEP = """
            insert into idempotency_key (caller, operation, key, body_digest, status, location, tag, body)
            values (:caller, :operation, :key, :bodyDigest, :status, :location, :tag, :body)
            """;
    private static final String FORGET = "delete from idempotency_key where created_at < now() - interval '7 days'";

    private final UnitOfWork unitOfWork;

    public Idempotency(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Runs the work in the session, or gives the answer that the same call got before. */
    public Uni<Answer> once(Mutiny.Session session, IdempotentCall call, Supplier<Uni<Answer>> work) {
        if (call.key() == null) {
            return work.get();
        }
        String claim = CanonicalJson.digestOfText(call.caller().subject() + "\n" + call.operation() + "\n" + call.key());
        return session.createNativeQuery(CLAIM, Boolean.class).setParameter("claim", claim).getSingleResult()
                .chain(claimed -> {
                    if (!claimed) {
                        throw Failure.of(CommonFailure.IDEMPOTENCY_IN_PROGRESS).with("Retry-After", "1");
                    }
                    return find(session, call);
                })
                .chain(found -> found.isEmpty() ? work.get().call(answer -> keep(session, call, answer))
                        : Uni.createFrom().item(() -> again(call, found.get(0))));
    }

    private static Uni<List<Object[]>> find(Mutiny.Session session, IdempotentCall call) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter("caller", call.caller().subject())
                .setParameter("operation", call.operation())
                .setParameter("key", call.key())
                .getResultList();
    }

    private static Answer again(IdempotentCall call, Object[] row) {
        if (!row[0].equals(call.bodyDigest())) {
            throw Failure.at(CommonFailure.IDEMPOTENCY_KEY_REUSED, "#Idempotency-Key",
                    CommonFailure.IDEMPOTENCY_KEY_REUSED.title() + ".");
        }
        return new Answer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]);
    }

    private static Uni<Integer> keep(Mutiny.Session session, IdempotentCall call, Answer answer) {
        return session.flush().chain(() -> session.createNativeQuery(KEEP)
                .setParameter("caller", call.caller().subject())
                .setParameter("operation", call.operation())
                .setParameter("key", call.key())
                .setParameter("bodyDigest", call.bodyDigest())
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("tag", answer.tag())
                .setParameter("body", answer.body())
                .executeUpdate());
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return unitOfWork.run(session -> session.createNativeQuery(FORGET).executeUpdate())
                .replaceWithVoid().onFailure().recoverWithNull();
    }
}
