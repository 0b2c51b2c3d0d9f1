package org.harmregistry.reports.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.Definitions;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Questions to parties: recorded by publishers, read by staff, by the party asked, and by all once an edition shows them. */
@ApplicationScoped
public class Questions {

    private final UnitOfWork unitOfWork;
    private final ReplyStore store;
    private final ReplyJournal journal;
    private final Definitions definitions;
    private final Idempotency idempotency;
    private final JsonReading json;
    private final Clock clock;

    Questions(UnitOfWork unitOfWork, ReplyStore store, ReplyJournal journal, Definitions definitions, Idempotency idempotency,
            JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.journal = journal;
        this.definitions = definitions;
        this.idempotency = idempotency;
        this.json = json;
        this.clock = clock;
    }

    Uni<Answer> ask(Caller caller, String report, byte[] body, String key, Function<Question, Answer> answer) {
        return unitOfWork.run(session -> definitions.in(session, report).chain(definition -> {
            caller.require(Role.PUBLISHER);
            QuestionContent content = json.read(body, QuestionContent.class);
            if (content.period() != null && definition.content().periods().stream()
                    .noneMatch(period -> period.key().equals(content.period()))) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/period",
                        "Name a period that the definition lists, by its key.");
            }
            IdempotentCall call = IdempotentCall.of(caller, "createQuestion " + report, key, body);
            return idempotency.once(session, call, () -> {
                Question question = new Question(store.nextId(), definition, content, caller, now());
                return session.persist(question).chain(() -> journal.asked(session, caller, question))
                        .replaceWith(() -> answer.apply(question));
            });
        }));
    }

    /** A page of questions with the replies that the caller may see. */
    Uni<List<QuestionView>> list(Caller caller, String report, UUID after, int limit) {
        return unitOfWork.run(session -> definitions.in(session, report)
                .chain(() -> store.questions(session, report, after, limit, caller.readsAll(), partyOf(caller)))
                .chain(questions -> views(session, caller, questions)));
    }

    Uni<QuestionView> get(Caller caller, String report, UUID id) {
        return unitOfWork.run(session -> visible(session, caller, report, id)
                .chain(question -> views(session, caller, List.of(question))).map(views -> views.get(0)));
    }

    /** A question that the caller may see; 404 otherwise. */
    Uni<Question> visible(Mutiny.Session session, Caller caller, String report, UUID id) {
        return store.question(session, id).chain(question -> store.out(session, report).map(out -> {
            boolean sees = question != null && question.report().equals(report)
                    && (caller.readsAll() || question.party().equals(partyOf(caller)) || out.contains(id));
            if (!sees) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            return question;
        }));
    }

    private Uni<List<QuestionView>> views(Mutiny.Session session, Caller caller, List<Question> questions) {
        return store.repliesTo(session, questions.stream().map(Question::id).toList())
                .map(replies -> questions.stream().map(question -> QuestionView.of(question, replies, caller)).toList());
    }

    /** The party that a caller speaks for, {@code null} for none: it is the caller's organisation. */
    static String partyOf(Caller caller) {
        return caller.has(Role.PARTY) ? caller.organisation() : null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
