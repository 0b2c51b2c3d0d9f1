package org.harmregistry.reports.edition.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.edition.domain.EditionCalls;
import org.harmregistry.reports.edition.domain.EditionDecisions;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.edition.domain.Reason;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What publishers decide about editions over HTTP. Each decision needs a reason and If-Match with the edition's ETag. */
@Path("/api/v1/editions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class EditionDecisionResource {

    private final EditionCalls calls;
    private final EditionDecisions decisions;
    private final Editions editions;
    private final CurrentCaller current;
    private final JsonReading json;

    public EditionDecisionResource(EditionCalls calls, EditionDecisions decisions, Editions editions, CurrentCaller current,
            JsonReading json) {
        this.calls = calls;
        this.decisions = decisions;
        this.editions = editions;
        this.current = current;
        this.json = json;
    }

    @POST
    @Path("/{id}/approval")
    @Authenticated
    @Operation(operationId = "approveEdition", summary = "Approve a gated edition", description = "By a publisher, where the "
            + "definition's rule is two_persons. 409 gate_blocks while the gate holds it back, 409 already_approved.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "200", description = "Approved", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Uni<Response> approve(@PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return decide(call(id, "approveEdition", ifMatch, key, body), decisions::approve);
    }

    @POST
    @Path("/{id}/publication")
    @Authenticated
    @Operation(operationId = "publishEdition", summary = "Publish an approved edition", description = "By another publisher than "
            + "the one who approved it (409 second_person_required). It is out within seconds, or when its embargo is over; the gate "
            + "examines it once more before.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "200", description = "Ordered; the edition is still gated", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Uni<Response> publish(@PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return decide(call(id, "publishEdition", ifMatch, key, body), decisions::publish);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Authenticated
    @Operation(operationId = "withdrawEdition", summary = "Withdraw an edition that is out", description = "By a publisher. Everybody "
            + "reads the reason. Where the definition's rule is two_persons this proposes it, and another publisher confirms.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "200", description = "Withdrawn, or proposed", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Uni<Response> withdraw(@PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return decide(call(id, "withdrawEdition", ifMatch, key, body), decisions::withdraw);
    }

    @POST
    @Path("/{id}/withdrawal/confirmation")
    @Authenticated
    @Operation(operationId = "confirmEditionWithdrawal", summary = "Confirm that an edition is withdrawn", description = "By another "
            + "publisher than the one who proposed it (409 second_person_required).")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "200", description = "Withdrawn", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Uni<Response> confirmWithdrawal(@PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return decide(call(id, "confirmEditionWithdrawal", ifMatch, key, body), decisions::confirmWithdrawal);
    }

    @POST
    @Path("/{id}/findings/{number}/override")
    @Authenticated
    @Operation(operationId = "overrideFinding", summary = "Propose to let an edition out in spite of a finding", description = "By a "
            + "publisher, with a reason; 409 finding_not_overridable where the rule does not permit it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "200", description = "Proposed", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Uni<Response> override(@PathParam("id") String id, @PathParam("number") String number,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        int wanted = numberOf(number);
        return decide(call(id, "overrideFinding " + wanted, ifMatch, key, body),
                (session, caller, edition, reason) -> decisions.override(session, caller, edition, wanted, reason));
    }

    @POST
    @Path("/{id}/findings/{number}/override/confirmation")
    @Authenticated
    @Operation(operationId = "confirmFindingOverride", summary = "Confirm that a finding is overridden", description = "By another "
            + "publisher than the one who proposed it (409 second_person_required). Once nothing holds the edition, it takes its turn.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "200", description = "Overridden", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Uni<Response> confirmOverride(@PathParam("id") String id, @PathParam("number") String number,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        int wanted = numberOf(number);
        return decide(call(id, "confirmFindingOverride " + wanted, ifMatch, key, body),
                (session, caller, edition, reason) -> decisions.confirmOverride(session, caller, edition, wanted, reason));
    }

    private EditionCalls.Call call(String id, String operation, String ifMatch, String key, byte[] body) {
        return new EditionCalls.Call(current.get(), RecordAddress.id(id), operation, ifMatch, key, body);
    }

    private Uni<Response> decide(EditionCalls.Call call, EditionCalls.Decision decision) {
        return calls.decide(call, decision, (edition, findings) -> new Answer(200, null, Editions.tag(call.caller(), edition),
                json.tree(EditionView.of(call.caller(), edition, editions.files(edition), findings)).toString()))
                .map(Answer::toResponse);
    }

    private static int numberOf(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }
}
