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
import org.harmregistry.sources.witness.domain.IdentityOpening;
import org.harmregistry.sources.witness.domain.WitnessIdentity;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Openings of an identity: one custodian asks, another consents, and who asked reads for a short time. */
@Path("/sources/{id}/identity/openings")
@Produces("application/json")
@Authenticated
@Tag(name = "witnesses")
public class OpeningResource {

    private final CurrentCaller caller;
    private final GuardedActAnswers answers;
    private final IdentityOpening opening;

    OpeningResource(CurrentCaller caller, GuardedActAnswers answers, IdentityOpening opening) {
        this.caller = caller;
        this.answers = answers;
        this.opening = opening;
    }

    @POST
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "requestOpening", summary = "Ask for the opening of an identity", description = "By a custodian, with "
            + "a reason, which is kept sealed. Another custodian decides within three days.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonRequest.class)))
    @APIResponse(responseCode = "201", description = "Asked for.", content = @Content(schema = @Schema(implementation = GuardedActResponse.class)))
    public Uni<Response> requestOpening(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return answers.request(caller.get(), id, GuardedKind.OPENING, key, body);
    }

    @GET
    @Authenticated
    @Operation(operationId = "listOpenings", summary = "List the openings of an identity", description = "Who asked and decided, when "
            + "and why, the oldest first. For custodians and for contributors of the source's own organisation.")
    @APIResponse(responseCode = "200", description = "A page of them.", content = @Content(schema = @Schema(implementation = GuardedActList.class)))
    public Uni<Response> listOpenings(@PathParam("id") String id, @QueryParam("limit") String limit,
            @QueryParam("after") String after, @Context UriInfo uri) {
        return answers.list(caller.get(), id, GuardedKind.OPENING, limit, after, uri);
    }

    @GET
    @Path("/{number}")
    @Authenticated
    @Operation(operationId = "readOpening", summary = "Read how it stands with one opening", description = "For custodians and for "
            + "contributors of the source's own organisation.")
    @APIResponse(responseCode = "200", description = "How it stands.", content = @Content(schema = @Schema(implementation = GuardedActResponse.class)))
    public Uni<Response> readOpening(@PathParam("id") String id, @PathParam("number") String number) {
        return answers.read(caller.get(), id, GuardedKind.OPENING, number);
    }

    @POST
    @Path("/{number}/consent")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "consentToOpening", summary = "Consent to an opening", description = "By another custodian than the one "
            + "who asked: 403 second_custodian_needed otherwise. Who asked may read the identity until openUntil.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonRequest.class)))
    @APIResponse(responseCode = "200", description = "Consented to.", content = @Content(schema = @Schema(implementation = GuardedActResponse.class)))
    public Uni<Response> consentToOpening(@PathParam("id") String id, @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return answers.decide(caller.get(), id, GuardedKind.OPENING, number, Decision.CONSENT, key, body)
                .map(Answer::toResponse);
    }

    @POST
    @Path("/{number}/refusal")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "refuseOpening", summary = "Refuse an opening", description = "By a custodian; who asked takes it back "
            + "this way.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonRequest.class)))
    @APIResponse(responseCode = "200", description = "Refused.", content = @Content(schema = @Schema(implementation = GuardedActResponse.class)))
    public Uni<Response> refuseOpening(@PathParam("id") String id, @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return answers.decide(caller.get(), id, GuardedKind.OPENING, number, Decision.REFUSAL, key, body)
                .map(Answer::toResponse);
    }

    @GET
    @Path("/{number}/identity")
    @Authenticated
    @Operation(operationId = "readOpenedIdentity", summary = "Read an identity that was opened", description = "By the custodian "
            + "who asked, once a second one has consented (409 consent_missing) and until openUntil (410 opening_over). Each "
            + "reading is recorded. 409 sealed_text_damaged if what is kept was moved or altered.")
    @APIResponse(responseCode = "200", description = "The identity; not to be kept by any cache.", content = @Content(schema = @Schema(implementation = WitnessIdentity.class)))
    public Uni<Response> readOpenedIdentity(@PathParam("id") String id, @PathParam("number") String number) {
        return opening.open(caller.get(), RecordAddress.id(id), GuardedActAnswers.number(number))
                .map(identity -> Response.ok(identity).header("Cache-Control", "no-store").build());
    }
}
