package org.harmregistry.reports.inquiry;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes questions down, and tells how they stand. */
@ApplicationScoped
public class Inquiries {

    private static final String RETRY_AFTER = "30";

    private final UnitOfWork unitOfWork;
    private final InquiryStore store;
    private final Idempotency idempotency;
    private final int most;

    Inquiries(UnitOfWork unitOfWork, InquiryStore store, Idempotency idempotency,
            @ConfigProperty(name = "registry.inquiries.most") int most) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.idempotency = idempotency;
        this.most = most;
    }

    /**
     * A question whose answer is fetched later. That the caller may ask, and that there is something to answer, was decided
     * before.
     *
     * @param kind what is asked
     * @param subject of what
     * @param wanted the question's own words, as JSON; {@code null} for none
     * @param call how it is sent again safely
     */
    public record Question(InquiryKind kind, String subject, String wanted, IdempotentCall call) {
    }

    /** Takes a question down; 503 {@code too_many_inquiries} where too many wait. */
    public Uni<Answer> ask(Question question, Function<Inquiry, Answer> answer) {
        return unitOfWork.run(session -> idempotency.once(session, question.call(),
                () -> requireRoom(session).chain(() -> open(session, question)).map(answer)));
    }

    private Uni<Inquiry> open(Mutiny.Session session, Question question) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return store.open(session, id, question.kind(), question.subject(), question.wanted(),
                question.call().caller().subject()).chain(() -> store.find(session, id));
    }

    private Uni<Void> requireRoom(Mutiny.Session session) {
        return store.waiting(session).invoke(waiting -> {
            if (waiting >= most) {
                throw Failure.of(InquiryFailure.TOO_MANY_INQUIRIES).with("Retry-After", RETRY_AFTER);
            }
        }).replaceWithVoid();
    }

    /** How a question stands; 404 for everybody who may not ask it. */
    public Uni<Inquiry> get(Caller caller, InquiryKind kind, String subject, UUID id) {
        return unitOfWork.run(session -> kind.isFor(caller) ? store.find(session, id) : Uni.createFrom().<Inquiry> nullItem())
                .map(found -> found != null && found.kind() == kind && found.subject().equals(subject) ? found : null)
                .onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND));
    }
}
