package org.harmregistry.reports.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.identity.Caller;

/**
 * A question with what was answered.
 *
 * @param period key of the period that it is about; absent for all
 * @param sentOn when it was sent
 * @param dueOn the last day for an answer
 * @param replies the answers that the reader may see
 */
@Schema(name = "Question")
public record QuestionView(UUID id, String report, String period, String party, String text, String language, String channel,
        LocalDate sentOn, LocalDate dueOn, List<ReplyView> replies, Instant recordedAt) {

    /** A held reply is for staff and for the party whose it is. */
    static QuestionView of(Question question, List<Reply> replies, Caller caller) {
        return new QuestionView(question.id(), question.report(), question.periodKey(), question.party(), question.text(),
                question.language(), question.channel(), question.sentOn(), question.dueOn(), replies.stream()
                        .filter(reply -> question.id().equals(reply.questionId()) && Replies.sees(caller, reply))
                        .map(ReplyView::of).toList(),
                question.recordedAt());
    }
}
