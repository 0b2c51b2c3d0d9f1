package org.harmregistry.sources.source.api;

import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.source.domain.SourceChanges;
import org.harmregistry.sources.source.domain.SourceStep;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The steps in a source's life that carry weight, each with a reason. */
@Path("/sources")
@Produces("application/json")
@Consumes("application/json")
@Authenticated
@Tag(name = "sources")
public class SourceStepResource {

    private final CurrentCaller caller;
    private final JsonReading json;
    private final SourceAnswers answers;
    private final SourceChanges changes;

    SourceStepResource(CurrentCaller caller, JsonReading json, SourceAnswers answers, SourceChanges changes) {
        this.caller = caller;
        this.json = json;
        this.answers = answers;
        this.changes = changes;
    }

    @POST
    @Path("/{id}/acceptance")
    @Authenticated
    @Operation(operationId = "acceptSource", summary = "Accept a source", description = "By an analyst or publisher, with "
            + "If-Match. 409 conflict_with_state if it is accepted already.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequest.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now.", content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> acceptSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return step(id, ifMatch, SourceStep.ACCEPTANCE, key, body);
    }

    @POST
    @Path("/{id}/publication")
    @Authenticated
    @Operation(operationId = "publishSource", summary = "Publish a source", description = "By a publisher, with If-Match; its "
            + "citations become public with it. 409 conflict_with_state if it is a draft or public already.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequest.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now.", content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> publishSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return step(id, ifMatch, SourceStep.PUBLICATION, key, body);
    }

    @POST
    @Path("/{id}/withholding")
    @Authenticated
    @Operation(operationId = "withholdSource", summary = "Withhold a source", description = "By a publisher, with If-Match; its "
            + "citations leave public sight with it. 409 conflict_with_state if it is withheld already.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequest.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now.", content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> withholdSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return step(id, ifMatch, SourceStep.WITHHOLDING, key, body);
    }

    private Uni<Response> step(String id, String ifMatch, SourceStep step, String key, byte[] body) {
        Caller by = caller.get();
        Supplier<String> reason = () -> json.read(body, StepRequest.class).reason();
        IdempotentCall call = IdempotentCall.of(by, step + " of source " + id, key, body);
        return changes.step(call, RecordAddress.id(id), ifMatch, step, reason, source -> answers.changed(source, by))
                .map(Answer::toResponse);
    }
}
