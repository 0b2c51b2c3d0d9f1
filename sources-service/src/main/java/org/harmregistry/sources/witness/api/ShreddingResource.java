package org.harmregistry.sources.witness.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.sources.witness.domain.GuardedActs.Decision;
import org.harmregistry.sources.witness.domain.GuardedKind;
import org.harmregistry.sources.witness.domain.IdentityShredding;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Shredding of an identity: one custodian asks, another consents, and the key is destroyed for good. */
@Path("/sources/{id}/identity/shredding")
@Produces("application/json")
@Authenticated
@Tag(name = "witnesses")
public class ShreddingResource {

    private final CurrentCaller caller;
    private final GuardedActAnswers answers;
    private final IdentityShredding shredding;

    ShreddingResource(CurrentCaller caller, GuardedActAnswers answers, IdentityShredding shredding) {
        this.caller = caller;
        this.answers = answers;
        this.shredding = shredding;
    }

    @POST
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "requestShredding", summary = "Ask for the shredding of an identity", description = "By a custodian, with "
            + "a reason, which is kept sealed. Another custodian decides within three days.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonRequest.class)))
    @APIResponse(responseCode = "201", description = "Asked for.", content = @Content(schema = @Schema(implementation = GuardedActResponse.class)))
    public Uni<Response> requestShredding(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return answers.request(caller.get(), id, GuardedKind.SHREDDING, key, body);
    }

    @GET
    @Authenticated
    @Operation(operationId = "listShreddings", summary = "List the shreddings of an identity", description = "Who asked and decided, when "
            + "and why, the oldest first. For custodians and for contributors of the source's own organisation.")
    @APIResponse(responseCode = "200", description = "A page of them.", content = @Content(schema = @Schema(implementation = GuardedActList.class)))
    public Uni<Response> listShreddings(@PathParam("id") String id, @QueryParam("limit") String limit,
            @QueryParam("after") String after, @Context UriInfo uri) {
        return answers.list(caller.get(), id, GuardedKind.SHREDDING, limit, after, uri);
    }

    @GET
    @Path("/{number}")
    @Authenticated
    @Operation(operationId = "readShredding", summary = "Read how it stands with one shredding", description = "For custodians and for "
            + "contributors of the source's own organisation.")
    @APIResponse(responseCode = "200", description = "How it stands.", content = @Content(schema = @Schema(implementation = GuardedActResponse.class)))
    public Uni<Response> readShredding(@PathParam("id") String id, @PathParam("number") String number) {
        return answers.read(caller.get(), id, GuardedKind.SHREDDING, number);
    }

    @POST
    @Path("/{number}/consent")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "consentToShredding", summary = "Consent to a shredding", description = "By another custodian than the one "
            + "who asked: 403 second_custodian_needed otherwise. The key is destroyed at once, or as soon as the key store answers; the identity cannot be opened from now on.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonRequest.class)))
    @APIResponse(responseCode = "200", description = "Consented to.", content = @Content(schema = @Schema(implementation = GuardedActResponse.class)))
    public Uni<Response> consentToShredding(@PathParam("id") String id, @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return answers.decide(caller.get(), id, GuardedKind.SHREDDING, number, Decision.CONSENT, key, body)
                .call(() -> shredding.carryOut(RecordAddress.id(id))).map(Answer::toResponse);
    }

    @POST
    @Path("/{number}/refusal")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "refuseShredding", summary = "Refuse a shredding", description = "By a custodian; who asked takes it back "
            + "this way.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonRequest.class)))
    @APIResponse(responseCode = "200", description = "Refused.", content = @Content(schema = @Schema(implementation = GuardedActResponse.class)))
    public Uni<Response> refuseShredding(@PathParam("id") String id, @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return answers.decide(caller.get(), id, GuardedKind.SHREDDING, number, Decision.REFUSAL, key, body)
                .map(Answer::toResponse);
    }
}
