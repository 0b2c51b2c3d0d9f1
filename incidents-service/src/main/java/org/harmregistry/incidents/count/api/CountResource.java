package org.harmregistry.incidents.count.api;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.count.domain.Claim;
import org.harmregistry.incidents.count.domain.ClaimBook;
import org.harmregistry.incidents.count.domain.CountByHand;
import org.harmregistry.incidents.count.domain.Counts;
import org.harmregistry.incidents.count.domain.CurrentCounts;
import org.harmregistry.incidents.incident.domain.IncidentPast;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The numbers of an incident, and on what they rest. The sources are always asked between two units of work, never within. */
@Path("/incidents/{id}/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Counts", description = "How many were killed and injured: as recorded, derived by a published rule from what cited sources "
        + "claim, or set by hand with a reason.")
public class CountResource {

    private final Counts counts;
    private final IncidentPast past;
    private final Horizon horizon;
    private final ClaimBook claims;
    private final CountAnswers answers;
    private final JsonReading json;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final CurrentCaller current;

    public CountResource(Counts counts, IncidentPast past, Horizon horizon, ClaimBook claims, CountAnswers answers,
            JsonReading json, UnitOfWork unitOfWork, Idempotency idempotency, CurrentCaller current) {
        this.counts = counts;
        this.past = past;
        this.horizon = horizon;
        this.claims = claims;
        this.answers = answers;
        this.json = json;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getCounts", summary = "Read an incident's numbers and on what they rest", description = "Of derived numbers "
            + "the claims are shown whose citations the reader may see now, for which the sources are asked; while they cannot be "
            + "asked, the last derivation stands and sources is unavailable.")
    @APIResponse(responseCode = "200", description = "The numbers.", content = @Content(schema = @Schema(implementation = CountsResponse.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> get(@PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Parameter(description = AsOf.PARAMETER) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Caller caller = current.get();
        return horizon.effective(AsOf.parameter(asOf)).chain(instant -> known(caller, id, instant)
                .chain(known -> known.isDerived() ? withClaims(known, authorization) : Uni.createFrom().item(known))
                .map(known -> answers.one(known, instant, ifNoneMatch)));
    }

    private Uni<CurrentCounts> known(Caller caller, String id, Instant asOf) {
        return asOf == null ? unitOfWork.run(session -> counts.get(session, caller, id))
                : past.shown(caller, id, asOf)
                        .chain(then -> unitOfWork.read(session -> counts.get(session, caller, then, asOf)));
    }

    private Uni<CurrentCounts> withClaims(CurrentCounts known, String authorization) {
        return claims.about(List.of(known.incident()), authorization).map(known::with)
                .onFailure(CountResource::isAway).recoverWithItem(known::withoutSources);
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof Failure known && known.code() == CommonFailure.NEIGHBOUR_UNAVAILABLE;
    }

    @POST
    @Path("/derivation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "deriveCounts", summary = "Derive an incident's numbers again", description = "By analysts, by the rule "
            + "counts-1 (see /vocabularies/count_rules) from the citations that the caller may see and from the recorded victims. "
            + "Needs If-Match with the incident's ETag. While the sources cannot be asked, the last derivation stands and the "
            + "answer says so; without one, 503 neighbour_unavailable. 409 nothing_to_derive_from if nothing gives a number.")
    @APIResponse(responseCode = "200", description = "The numbers.", content = @Content(schema = @Schema(implementation = CountsResponse.class)))
    public Uni<Response> derive(@PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Parameter(description = "The incident's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = DerivationRequest.class))) byte[] body) {
        Caller caller = current.get();
        return unitOfWork.run(session -> counts.countable(session, caller, id)).chain(incident -> {
            String reason = reasonIn(body);
            IdempotentCall call = IdempotentCall.of(caller, "deriveCounts " + incident.id(), key, body);
            return claims.about(counts.spokenFor(incident), authorization)
                    .chain(found -> settle(call, id, ifMatch, reason, found))
                    .onFailure(CountResource::isAway).recoverWithUni(away -> stand(call, id, ifMatch, away));
        }).map(Answer::toResponse);
    }

    private Uni<Answer> settle(IdempotentCall call, String id, String ifMatch, String reason, List<Claim> found) {
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> counts.settleable(session, call.caller(), id, ifMatch)
                        .chain(locked -> counts.derive(session, call.caller(), locked, found, reason))
                        .map(answers::settled)));
    }

    /** What the same request would be refused for, or was answered before, is not changed by a neighbour that is away. */
    private Uni<Answer> stand(IdempotentCall call, String id, String ifMatch, Throwable away) {
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> counts.settleable(session, call.caller(), id, ifMatch).chain(() -> Uni.createFrom().failure(away))))
                .onFailure(CountResource::isAway)
                .recoverWithUni(() -> unitOfWork.run(session -> counts.get(session, call.caller(), id)).map(known -> {
                    if (!known.isDerived()) {
                        throw (Failure) away;
                    }
                    return answers.settled(known.withoutSources());
                }));
    }

    private String reasonIn(byte[] body) {
        return body == null || body.length == 0 ? null : json.read(body, DerivationRequest.class).reason();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "setCounts", summary = "Set an incident's numbers by hand", description = "By analysts, with a reason. All groups "
            + "of killed, or injured, are set anew. Needs If-Match with the incident's ETag. From then on PATCH does not change the "
            + "numbers (422 reasoned_field); a derivation replaces them.")
    @APIResponse(responseCode = "200", description = "The numbers.", content = @Content(schema = @Schema(implementation = CountsResponse.class)))
    public Uni<Response> set(@PathParam("id") String id,
            @Parameter(description = "The incident's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CountByHand.class))) byte[] body) {
        Caller caller = current.get();
        return unitOfWork.run(session -> counts.countable(session, caller, id).chain(incident -> {
            CountByHand count = json.read(body, CountByHand.class);
            IdempotentCall call = IdempotentCall.of(caller, "setCounts " + incident.id(), key, body);
            return idempotency.once(session, call, () -> counts.settleable(session, caller, id, ifMatch)
                    .chain(locked -> counts.set(session, caller, locked, count)).map(answers::settled));
        })).map(Answer::toResponse);
    }
}
