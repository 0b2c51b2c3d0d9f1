package org.harmregistry.incidents.ruling.api;

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
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.ruling.domain.RulingKind;
import org.harmregistry.kit.history.AsOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The strike statuses that analysts gave an incident. */
@Path("/incidents/{id}/strikeStatuses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rulings", description = "Gradings and strike statuses: proposed by one analyst with a reason and a standard of proof, "
        + "confirmed by another. Earlier ones are kept.")
public class StrikeStatusResource {

    private final RulingCalls calls;

    StrikeStatusResource(RulingCalls calls) {
        this.calls = calls;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listStrikeStatuses", summary = "Read an incident's strike statuses", description = "The first first. Proposals are for "
            + "analysts and the incident's own organisation. Until the first is confirmed, the incident shows what was recorded with it.")
    @APIResponse(responseCode = "200", description = "The strike statuses.", content = @Content(schema = @Schema(implementation = RulingList.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> list(@PathParam("id") String id,
            @Parameter(description = AsOf.PARAMETER) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return calls.list(RulingKind.STRIKE_STATUS, id, asOf, ifNoneMatch);
    }

    @GET
    @Path("/{number}")
    @PermitAll
    @Operation(operationId = "getStrikeStatus", summary = "Read one strike status")
    @APIResponse(responseCode = "200", description = "The strike status.", content = @Content(schema = @Schema(implementation = RulingResponse.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> get(@PathParam("id") String id, @PathParam("number") String number,
            @Parameter(description = AsOf.PARAMETER) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return calls.get(RulingKind.STRIKE_STATUS, id, number, asOf, ifNoneMatch);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "proposeStrikeStatus", summary = "Propose a strike status", description = "By analysts. It does not count before "
            + "another analyst confirms it; an earlier proposal that nobody confirmed is superseded.")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RulingResponse.class)))
    public Uni<Response> propose(@PathParam("id") String id,
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StrikeStatusRequest.class))) byte[] body) {
        return calls.propose(RulingKind.STRIKE_STATUS, id, key, body,
                () -> calls.read(body, StrikeStatusRequest.class).toProposal());
    }

    @POST
    @Path("/{number}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "confirmStrikeStatus", summary = "Confirm a strike status", description = "By another analyst (409 "
            + "second_person_required). The incident then shows it. Needs If-Match with the incident's ETag.")
    @APIResponse(responseCode = "200", description = "The strike status, confirmed.", content = @Content(schema = @Schema(implementation = RulingResponse.class)))
    public Uni<Response> confirm(@PathParam("id") String id, @PathParam("number") String number,
            @Parameter(description = "The incident's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ConfirmationRequest.class))) byte[] body) {
        return calls.confirm(RulingKind.STRIKE_STATUS, id, number, ifMatch, key, body);
    }
}
