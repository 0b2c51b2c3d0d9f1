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
import org.harmregistry.sources.source.domain.Assessment;
import org.harmregistry.sources.source.domain.SourceChanges;
import org.harmregistry.sources.source.domain.SourceStep;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Restrictions of sources and their assessment: set and lifted with a reason. */
@Path("/sources")
@Produces("application/json")
@Consumes("application/json")
@Authenticated
@Tag(name = "sources")
public class SourceRestrictionResource {

    private final CurrentCaller caller;
    private final JsonReading json;
    private final SourceAnswers answers;
    private final SourceChanges changes;

    SourceRestrictionResource(CurrentCaller caller, JsonReading json, SourceAnswers answers, SourceChanges changes) {
        this.caller = caller;
        this.json = json;
        this.answers = answers;
        this.changes = changes;
    }

    @POST
    @Path("/{id}/freezing")
    @Authenticated
    @Operation(operationId = "freezeSource", summary = "Freeze a source", description = "By an analyst or publisher, with If-Match: nobody changes its content until it is unfrozen, 409 frozen. 409 conflict_with_state if it is frozen already.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequest.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now.", content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> freezeSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return step(id, ifMatch, SourceStep.FREEZING, key, body);
    }

    @POST
    @Path("/{id}/unfreezing")
    @Authenticated
    @Operation(operationId = "unfreezeSource", summary = "Let a frozen source be changed", description = "By a publisher, with If-Match. 409 conflict_with_state if it is not frozen.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequest.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now.", content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> unfreezeSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return step(id, ifMatch, SourceStep.UNFREEZING, key, body);
    }

    @POST
    @Path("/{id}/hiding")
    @Authenticated
    @Operation(operationId = "hideSource", summary = "Hide a source", description = "By an analyst or publisher, with If-Match: it leaves public sight with its citations, whatever its publication. 409 conflict_with_state if it is hidden already.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequest.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now.", content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> hideSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return step(id, ifMatch, SourceStep.HIDING, key, body);
    }

    @POST
    @Path("/{id}/unhiding")
    @Authenticated
    @Operation(operationId = "unhideSource", summary = "Let a hidden source be seen", description = "By a publisher, with If-Match: everybody sees it again if it is public. 409 conflict_with_state if it is not hidden.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequest.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now.", content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> unhideSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        return step(id, ifMatch, SourceStep.UNHIDING, key, body);
    }

    @POST
    @Path("/{id}/assessment")
    @Authenticated
    @Operation(operationId = "assessSource", summary = "Assess a source", description = "By an analyst or publisher, with If-Match: "
            + "sets reliability and credibility both; what is absent is not assessed. On an accepted source they change in no other way.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Assessment.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now.", content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> assessSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        Caller by = caller.get();
        IdempotentCall call = IdempotentCall.of(by, "assessment of source " + id, key, body);
        return changes.assess(call, RecordAddress.id(id), ifMatch, () -> json.read(body, Assessment.class),
                source -> answers.changed(source, by)).map(Answer::toResponse);
    }

    private Uni<Response> step(String id, String ifMatch, SourceStep step, String key, byte[] body) {
        Caller by = caller.get();
        Supplier<String> reason = () -> json.read(body, StepRequest.class).reason();
        IdempotentCall call = IdempotentCall.of(by, step + " of source " + id, key, body);
        return changes.step(call, RecordAddress.id(id), ifMatch, step, reason, source -> answers.changed(source, by))
                .map(Answer::toResponse);
    }
}
