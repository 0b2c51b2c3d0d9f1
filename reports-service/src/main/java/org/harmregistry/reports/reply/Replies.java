package org.harmregistry.reports.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.gate.GateExamination;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What parties answer. They answer for themselves, or a publisher records what came by letter or e-mail. */
@ApplicationScoped
public class Replies {

    private final ReplyStore store;
    private final ReplyJournal journal;
    private final GateExamination gate;
    private final Clock clock;

    Replies(ReplyStore store, ReplyJournal journal, GateExamination gate, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.gate = gate;
        this.clock = clock;
    }

    /** True if the caller may read a reply, given that it may read what the reply is about. */
    static boolean sees(Caller caller, Reply reply) {
        return reply.isOpen() || caller.readsAll() || reply.party().equals(Questions.partyOf(caller));
    }

    /** Takes an answer to a question in. */
    Uni<Reply> answer(Mutiny.Session session, Caller caller, Question question, ReplyContent content) {
        Reply.About about = new Reply.About(question.definitionId(), question.report(), question.id(), null, question.party(),
                question.organisation());
        return add(session, caller, about, content);
    }

    /**
     * Takes an answer to an edition that is out in.
     *
     * @param about the edition; its party is the one that the edition is about, {@code null} for none
     */
    public Uni<Reply> answer(Mutiny.Session session, Caller caller, Reply.About about, ReplyContent content) {
        if (content.question() == null) {
            return add(session, caller, about(about, null, partyThatAnswers(caller, about, content)), content);
        }
        return store.question(session, content.question()).chain(question -> {
            if (question == null || !question.definitionId().equals(about.definition())) {
                throw Failure.at(ReplyFailure.QUESTION_UNKNOWN, "/question", ReplyFailure.QUESTION_UNKNOWN.title() + ".");
            }
            return add(session, caller, about(about, question.id(), question.party()), content);
        });
    }

    /** A report that is about no single party hears whichever party answers. */
    private static String partyThatAnswers(Caller caller, Reply.About about, ReplyContent content) {
        if (content.party() != null && !caller.has(Role.PARTY)) {
            return content.party();
        }
        String party = about.party() == null && caller.has(Role.PARTY) ? Questions.partyOf(caller) : about.party();
        if (party == null) {
            throw caller.has(Role.PARTY) ? Failure.of(ReplyFailure.REPLY_OF_ANOTHER_PARTY)
                    : Failure.at(CommonFailure.MISSING_FIELD, "/party",
                            "Say whose reply this is: the report is about no party.");
        }
        return party;
    }

    private static Reply.About about(Reply.About edition, UUID question, String party) {
        return new Reply.About(edition.definition(), edition.report(), question, edition.edition(), party,
                edition.organisation());
    }

    private Uni<Reply> add(Mutiny.Session session, Caller caller, Reply.About about, ReplyContent content) {
        caller.require(Role.PARTY, Role.PUBLISHER);
        ReplyContent taken = caller.has(Role.PUBLISHER) ? received(content) : sent(caller, about, content);
        String held = String.join(",", gate.rulesAgainst(taken.text()));
        Reply reply = new Reply(store.nextId(), about, taken, held.isEmpty() ? null : held, caller, now());
        return session.persist(reply).chain(() -> journal.answered(session, caller, reply)).replaceWith(reply);
    }

    private ReplyContent sent(Caller caller, Reply.About about, ReplyContent content) {
        if (!about.party().equals(Questions.partyOf(caller))) {
            throw Failure.of(ReplyFailure.REPLY_OF_ANOTHER_PARTY);
        }
        refuse("/channel", content.channel());
        refuse("/receivedOn", content.receivedOn());
        refuse("/party", content.party());
        return content.sentHere(today());
    }

    private static void refuse(String pointer, Object value) {
        if (value != null) {
            throw Failure.at(CommonFailure.READ_ONLY_FIELD, pointer, "Only a publisher who records a reply says this.");
        }
    }

    private ReplyContent received(ReplyContent content) {
        ReplyTexts.required("/channel", content.channel());
        ReplyTexts.required("/receivedOn", content.receivedOn());
        if (content.receivedOn().isAfter(today())) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/receivedOn", "This day has not come yet.");
        }
        return content;
    }

    /** Lets a reply out that the gate holds. */
    Uni<Reply> release(Mutiny.Session session, Caller caller, String report, UUID id, Supplier<String> why) {
        return store.lockReply(session, id).chain(reply -> {
            if (reply == null || !reply.report().equals(report) || !caller.readsAll()) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            caller.require(Role.PUBLISHER);
            String reason = why.get();
            if (reply.isOpen()) {
                throw Failure.of(ReplyFailure.REPLY_NOT_HELD);
            }
            reply.release(caller, reason, now());
            return journal.released(session, caller, reply, reason).replaceWith(reply);
        });
    }

    /** The replies to an edition and to the questions that it shows, as far as the caller may see them. */
    public Uni<List<Reply>> on(Mutiny.Session session, Caller caller, UUID edition, List<Question> shown) {
        return store.repliesOn(session, edition).chain(direct -> store.repliesTo(session, shown.stream().map(Question::id)
                .toList()).map(answers -> {
                    List<Reply> all = new ArrayList<>(answers);
                    direct.stream().filter(reply -> all.stream().noneMatch(one -> one.id().equals(reply.id())))
                            .forEach(all::add);
                    return all.stream().filter(reply -> sees(caller, reply)).toList();
                }));
    }

    /** The questions that an edition shows. */
    public Uni<List<Question>> shown(Mutiny.Session session, String report, String periodKey, Instant asOf) {
        return store.questions(session, report, periodKey, asOf);
    }

    /** All answers to questions, held ones included. */
    public Uni<List<Reply>> to(Mutiny.Session session, List<Question> questions) {
        return store.repliesTo(session, questions.stream().map(Question::id).toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
