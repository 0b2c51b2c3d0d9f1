package org.harmregistry.reports.inquiry;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.time.NextTurn;
import org.harmregistry.reports.run.domain.RunProblem;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Answers questions one after the other; every replica does, and claims keep them apart. A claim whose holder died runs out.
 */
@ApplicationScoped
public class InquiryStep {

    private static final Logger LOG = Logger.getLogger(InquiryStep.class);
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 5;

    private final UnitOfWork unitOfWork;
    private final InquiryStore store;
    private final JsonReading json;
    private final Map<InquiryKind, InquiryWork> works;
    private final Duration lease;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    InquiryStep(UnitOfWork unitOfWork, InquiryStore store, JsonReading json, Instance<InquiryWork> works,
            @ConfigProperty(name = "registry.editions.lease") Duration lease) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.json = json;
        this.works = works.stream().collect(Collectors.toMap(InquiryWork::kind, Function.identity()));
        this.lease = lease;
    }

    @Scheduled(every = "${registry.inquiries.every}", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> step() {
        return NextTurn.after(answerDue(), LOG, "inquiries");
    }

    /** Answers all that is due and that nobody else is answering, and forgets what ended long ago. */
    public Uni<Void> answerDue() {
        return unitOfWork.run(store::forgetOld).chain(this::answerNext);
    }

    private Uni<Void> answerNext() {
        UUID claim = UUID.randomUUID();
        return unitOfWork.run(session -> store.claim(session, claim, lease)
                .chain(id -> id == null ? Uni.createFrom().<Inquiry> nullItem() : store.find(session, id)))
                .chain(inquiry -> inquiry == null ? Uni.createFrom().voidItem()
                        : answer(claim, inquiry).chain(this::answerNext));
    }

    private Uni<Void> answer(UUID claim, Inquiry inquiry) {
        held.add(claim);
        return Uni.createFrom().<Object> deferred(() -> {
            if (inquiry.attempts() > MOST_ATTEMPTS) {
                throw Failure.of(InquiryFailure.INQUIRY_LOST);
            }
            return works.get(inquiry.kind()).answer(inquiry.subject(), inquiry.wanted());
        }).ifNoItem().after(LIMIT).failWith(() -> Failure.of(CommonFailure.OVERLOADED, "Answering it took too long."))
                .map(answer -> json.tree(answer).toString())
                .chain(answer -> unitOfWork.run(session -> store.end(session, claim, answer, null)))
                .onFailure().recoverWithUni(failure -> giveBack(claim, inquiry, failure))
                .onTermination().invoke(() -> held.remove(claim));
    }

    private Uni<Void> giveBack(UUID claim, Inquiry inquiry, Throwable thrown) {
        Failure failure = thrown instanceof Failure known ? known : Failure.of(CommonFailure.UNEXPECTED);
        LOG.warnf("inquiry %s: %s (%s), attempt %d", inquiry.id(), failure.getMessage(), failure.code().code(),
                inquiry.attempts());
        LOG.debugf(thrown, "cause of inquiry %s not being answered", inquiry.id());
        String problem = json.tree(RunProblem.of(failure)).toString();
        boolean again = inquiry.attempts() < MOST_ATTEMPTS && failure.code().kind().mendsItself();
        return unitOfWork.run(session -> again
                ? store.wait(session, claim, FIRST_WAIT.multipliedBy(1L << inquiry.attempts() - 1), problem)
                : store.end(session, claim, null, problem));
    }

    @Scheduled(every = "${registry.editions.renew-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renewHeld() {
        Set<UUID> now = Set.copyOf(held);
        return now.isEmpty() ? Uni.createFrom().voidItem()
                : unitOfWork.run(session -> store.renew(session, now, lease)).onFailure().recoverWithNull();
    }
}
