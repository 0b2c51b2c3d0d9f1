package org.harmregistry.incidents.ruling.api;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.harmregistry.incidents.incident.domain.IncidentPast;
import org.harmregistry.incidents.ruling.domain.Proposal;
import org.harmregistry.incidents.ruling.domain.RulingKind;
import org.harmregistry.incidents.ruling.domain.Rulings;
import org.harmregistry.incidents.ruling.domain.SeenRuling;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** What the two resources of rulings have in common: from a request to an answer, whatever is ruled on. */
@ApplicationScoped
class RulingCalls {

    private final Rulings rulings;
    private final IncidentPast past;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final JsonReading json;
    private final CurrentCaller current;

    RulingCalls(Rulings rulings, IncidentPast past, UnitOfWork unitOfWork, Idempotency idempotency, JsonReading json,
            CurrentCaller current) {
        this.rulings = rulings;
        this.past = past;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.json = json;
        this.current = current;
    }

    Uni<Response> list(RulingKind kind, String incident, String asOf, String ifNoneMatch) {
        Caller caller = current.get();
        return past.effective(caller, incident, AsOf.parameter(asOf)).chain(instant -> unitOfWork
                .read(session -> rulings.list(session, caller, incident, kind, instant))
                .map(seen -> answered(new RulingList(seen.stream().map(RulingResponse::of).toList(), instant), seen, instant,
                        ifNoneMatch)));
    }

    Uni<Response> get(RulingKind kind, String incident, String number, String asOf, String ifNoneMatch) {
        Caller caller = current.get();
        int wanted = numberOf(number);
        return past.effective(caller, incident, AsOf.parameter(asOf)).chain(instant -> unitOfWork
                .read(session -> rulings.get(session, caller, incident, kind, wanted, instant))
                .map(seen -> answered(RulingResponse.of(seen), List.of(seen), instant, ifNoneMatch)));
    }

    private static Response answered(Object body, List<SeenRuling> seen, Instant asOf, String ifNoneMatch) {
        Stream<String> lines = seen.stream().map(each -> each.ruling().number() + ":" + each.ruling().state().term() + ":"
                + each.whole());
        lines = asOf == null ? lines : Stream.concat(lines, Stream.of("as of " + asOf));
        return Answers.record(body, EntityTags.ofList(lines), ifNoneMatch);
    }

    Uni<Response> propose(RulingKind kind, String incident, String key, byte[] body, Supplier<Proposal> proposal) {
        Caller caller = current.get();
        return unitOfWork.run(session -> rulings.rulable(session, caller, incident).chain(locked -> {
            Proposal read = proposal.get();
            IdempotentCall call = IdempotentCall.of(caller, "propose " + kind.term() + " " + locked.id(), key, body);
            return idempotency.once(session, call,
                    () -> rulings.propose(session, caller, locked, kind, read).map(RulingCalls.this::created));
        })).map(Answer::toResponse);
    }

    private Answer created(SeenRuling seen) {
        return new Answer(201, "/api/v1/incidents/" + seen.ruling().incident() + "/" + seen.ruling().kind().collection() + "/"
                + seen.ruling().number(), null, json.tree(RulingResponse.of(seen)).toString());
    }

    /** The key is looked up before the precondition: a repeated request names the version that its first sending changed. */
    Uni<Response> confirm(RulingKind kind, String incident, String number, String ifMatch, String key, byte[] body) {
        Caller caller = current.get();
        int wanted = numberOf(number);
        IdempotentCall call = IdempotentCall.of(caller, "confirm " + kind.term() + " " + wanted + " " + plain(incident), key,
                body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> rulings.confirm(session, caller, incident, kind, wanted, ifMatch, () -> reasonIn(body))
                        .map(seen -> new Answer(200, null, null, json.tree(RulingResponse.of(seen)).toString()))))
                .map(Answer::toResponse);
    }

    <T> T read(byte[] body, Class<T> type) {
        return json.read(body, type);
    }

    private String reasonIn(byte[] body) {
        return body == null || body.length == 0 ? null : json.read(body, ConfirmationRequest.class).reason();
    }

    /** An id or a code has no other characters; what has is found nowhere, and must not break the look-up of the key. */
    private static String plain(String incident) {
        return incident.replaceAll("[^A-Za-z0-9-]", "?");
    }

    private static int numberOf(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }
}
