package org.harmregistry.reports.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reply as it is shown.
 *
 * @param question the question that it answers; absent if none
 * @param edition the edition that it was given to; absent if it came before one was out
 * @param party the party that answers
 * @param channel how it was received; {@code registry} if the party gave it here itself
 * @param receivedOn when it was received
 * @param heldBy rules of the gate that hold it; absent where it is open
 * @param releasedAt when a publisher let it out in spite of them, UTC
 */
@Schema(name = "Reply")
public record ReplyView(UUID id, String report, UUID question, UUID edition, String party, String text, String language,
        String channel, LocalDate receivedOn, Instant recordedAt, List<String> heldBy, Instant releasedAt, long version) {

    public static ReplyView of(Reply reply) {
        return new ReplyView(reply.id(), reply.report(), reply.questionId(), reply.editionId(), reply.party(), reply.text(),
                reply.language(), reply.channel(), reply.receivedOn(), reply.recordedAt(),
                reply.heldBy() == null ? null : List.of(reply.heldBy().split(",")), reply.releasedAt(), reply.version());
    }
}
