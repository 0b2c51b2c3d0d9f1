package org.harmregistry.reports.reply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Writes questions and replies into the history. */
@ApplicationScoped
class ReplyJournal {

    private final History history;
    private final JsonReading json;

    ReplyJournal(History history, JsonReading json) {
        this.history = history;
        this.json = json;
    }

    Uni<Void> asked(Mutiny.Session session, Caller caller, Question question) {
        return append(session, caller, new Change("questions", question.id(), 1, "created", null, question.recordedAt(),
                json.tree(QuestionView.of(question, List.of(), caller)), false, false, question.organisation()));
    }

    Uni<Void> answered(Mutiny.Session session, Caller caller, Reply reply) {
        return append(session, caller, change(reply, "created", null, reply.recordedAt()));
    }

    Uni<Void> released(Mutiny.Session session, Caller caller, Reply reply, String reason) {
        return append(session, caller, change(reply, "released", reason, reply.releasedAt()));
    }

    private Change change(Reply reply, String kind, String reason, Instant at) {
        UUID id = reply.id();
        return new Change("replies", id, reply.version(), kind, reason, at, json.tree(ReplyView.of(reply)), false, false,
                reply.organisation());
    }

    private Uni<Void> append(Mutiny.Session session, Caller caller, Change change) {
        return history.append(session, caller, List.of(change));
    }
}
