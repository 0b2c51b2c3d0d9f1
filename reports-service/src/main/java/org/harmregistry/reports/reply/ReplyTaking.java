package org.harmregistry.reports.reply;

import java.util.UUID;

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

import io.smallrye.mutiny.Uni;

/** Takes answers to questions in, and lets held ones out, each in one unit of work. */
@ApplicationScoped
class ReplyTaking {

    private static final int LONGEST_REASON = 2_000;

    private final UnitOfWork unitOfWork;
    private final Questions questions;
    private final Replies replies;
    private final Idempotency idempotency;
    private final JsonReading json;

    ReplyTaking(UnitOfWork unitOfWork, Questions questions, Replies replies, Idempotency idempotency, JsonReading json) {
        this.unitOfWork = unitOfWork;
        this.questions = questions;
        this.replies = replies;
        this.idempotency = idempotency;
        this.json = json;
    }

    /**
     * Why a held reply is let out.
     *
     * @param reason 1 to 2,000 characters; kept in the history
     */
    public record Release(String reason) {

        public Release {
            ReplyTexts.required("/reason", reason);
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw Failure.at(CommonFailure.TEXT_TOO_LONG, "/reason",
                        "A reason has 1 to " + LONGEST_REASON + " characters.");
            }
        }
    }

    Uni<Answer> answer(Caller caller, String report, UUID question, byte[] body, String key) {
        return unitOfWork.run(session -> questions.visible(session, caller, report, question).chain(asked -> {
            caller.require(Role.PARTY, Role.PUBLISHER);
            ReplyContent content = json.read(body, ReplyContent.class);
            if (content.question() != null && !content.question().equals(question)) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/question", "The address names another question.");
            }
            return idempotency.once(session, IdempotentCall.of(caller, "answerQuestion " + question, key, body),
                    () -> replies.answer(session, caller, asked, content).map(reply -> new Answer(201, "/api/v1/reports/"
                            + report + "/questions/" + question, null, json.tree(ReplyView.of(reply)).toString())));
        }));
    }

    Uni<Answer> release(Caller caller, String report, UUID reply, byte[] body, String key) {
        return unitOfWork
                .run(session -> idempotency.once(session, IdempotentCall.of(caller, "releaseReply " + reply, key, body),
                        () -> replies.release(session, caller, report, reply, () -> json.read(body, Release.class).reason())
                                .map(released -> new Answer(200, null, null, json.tree(ReplyView.of(released)).toString()))));
    }
}
