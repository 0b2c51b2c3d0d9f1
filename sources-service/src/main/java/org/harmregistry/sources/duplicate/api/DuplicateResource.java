package org.harmregistry.sources.duplicate.api;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.harmregistry.sources.duplicate.domain.DuplicateDecision;
import org.harmregistry.sources.duplicate.domain.DuplicateRegister;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Possible duplicates of a source, and what analysts say of them. */
@Path("/sources/{id}/duplicates")
@Produces("application/json")
@Tag(name = "sources")
public class DuplicateResource {

    private final CurrentCaller caller;
    private final JsonReading json;
    private final DuplicateRegister register;

    DuplicateResource(CurrentCaller caller, JsonReading json, DuplicateRegister register) {
        this.caller = caller;
        this.json = json;
        this.register = register;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSourceDuplicates", summary = "Name possible duplicates of a source", description = "At most 50 "
            + "among those that the reader may see, each with a score and why: the same file, text, canonical key or page, or "
            + "much the same picture, text or title. They are never merged by machine. A pair that an analyst dismissed is not "
            + "named again until one of the two changes. A new or changed source is compared within seconds.")
    @APIResponse(responseCode = "200", description = "The possible duplicates.", content = @Content(schema = @Schema(implementation = DuplicateResponse.All.class)))
    public Uni<DuplicateResponse.All> listSourceDuplicates(@PathParam("id") String id) {
        Caller by = caller.get();
        return register.of(by, RecordAddress.id(id)).map(found -> DuplicateResponse.All.of(found, by));
    }

    @POST
    @Path("/{other}/decision")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "decideOnDuplicate", summary = "Say whether two sources are duplicates", description = "By an analyst, "
            + "with a reason; the last word counts, all are kept. Both sources stay as they are. 409 conflict_with_state for a "
            + "source and itself.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
    @APIResponse(responseCode = "200", description = "The decision.", content = @Content(schema = @Schema(implementation = DuplicateResponse.Decision.class)))
    public Uni<Response> decideOnDuplicate(@PathParam("id") String id, @PathParam("other") String other,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        Caller by = caller.get();
        UUID one = RecordAddress.id(id);
        UUID two = RecordAddress.id(other);
        IdempotentCall call = IdempotentCall.of(by, "decideOnDuplicate " + one + " " + two, key, body);
        return register
                .decide(call, one, two, () -> json.read(body, DecisionRequest.class).toDecided(),
                        decision -> answer(decision, by))
                .map(Answer::toResponse);
    }

    private Answer answer(DuplicateDecision decision, Caller by) {
        return new Answer(200, null, null, json.tree(DuplicateResponse.Decision.from(decision, by)).toString());
    }
}
