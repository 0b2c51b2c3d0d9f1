package org.harmregistry.sources.witness.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.witness.domain.GuardedAct;
import org.harmregistry.sources.witness.domain.GuardedActs;
import org.harmregistry.sources.witness.domain.GuardedActs.Decision;
import org.harmregistry.sources.witness.domain.GuardedKind;

import io.smallrye.mutiny.Uni;

/** What openings and shreddings are asked and answered alike. */
@ApplicationScoped
class GuardedActAnswers {

    private final GuardedActs acts;
    private final JsonReading json;
    private final CursorCodec cursors;

    GuardedActAnswers(GuardedActs acts, JsonReading json, CursorCodec cursors) {
        this.acts = acts;
        this.json = json;
        this.cursors = cursors;
    }

    Uni<Response> request(Caller by, String id, GuardedKind kind, String key, byte[] body) {
        UUID source = RecordAddress.id(id);
        IdempotentCall call = IdempotentCall.of(by, "request " + kind + " of identity " + source, key, body);
        return acts.request(call, source, kind, reason(body), act -> new Answer(201,
                RecordAddress.of("sources", source) + "/identity/" + path(kind) + "/" + act.number(), null, document(act)))
                .map(Answer::toResponse);
    }

    Uni<Answer> decide(Caller by, String id, GuardedKind kind, String number, Decision decision, String key, byte[] body) {
        UUID source = RecordAddress.id(id);
        int which = number(number);
        IdempotentCall call = IdempotentCall.of(by, decision + " to " + kind + " " + which + " of identity " + source, key,
                body);
        return acts.decide(call, source, kind, which, decision, reason(body),
                act -> new Answer(200, null, null, document(act)));
    }

    Uni<Response> list(Caller by, String id, GuardedKind kind, String limit, String after, UriInfo uri) {
        UUID source = RecordAddress.id(id);
        PageRequest page = PageRequest.of(limit, after);
        String binding = path(kind) + " of identity " + source;
        int behind = after == null ? 0 : Integer.parseInt(cursors.decode(binding, after, 1).get(0));
        return acts.list(by, source, kind, behind, page.limit()).map(found -> {
            Page<GuardedActResponse> read = Page.of(found, page.limit(),
                    last -> cursors.encode(binding, List.of(Integer.toString(last.act().number()))))
                    .map(GuardedActResponse::from);
            String tag = EntityTags.ofList(read.items().stream()
                    .map(act -> act.number() + ":" + act.state() + ":" + act.readings()));
            Response answer = Answers.page(read, new GuardedActList(read.items(), read.page()), tag, null, uri);
            answer.getHeaders().putSingle("Cache-Control", "no-store");
            return answer;
        });
    }

    Uni<Response> read(Caller by, String id, GuardedKind kind, String number) {
        return acts.read(by, RecordAddress.id(id), kind, number(number)).map(opened -> Response
                .ok(GuardedActResponse.from(opened)).header("Cache-Control", "no-store").build());
    }

    /** @throws Failure 404 if it is no number: there can be nothing behind it */
    static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }

    private Supplier<String> reason(byte[] body) {
        return () -> json.read(body, ReasonRequest.class).reason();
    }

    private String document(GuardedAct act) {
        return json.tree(GuardedActResponse.withoutReasons(act)).toString();
    }

    private static String path(GuardedKind kind) {
        return kind == GuardedKind.OPENING ? "openings" : "shredding";
    }
}
