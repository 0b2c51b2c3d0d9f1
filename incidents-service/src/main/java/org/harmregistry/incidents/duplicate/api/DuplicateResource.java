package org.harmregistry.incidents.duplicate.api;

import java.util.concurrent.Executor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.duplicate.domain.Duplicates;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Possible duplicates of an incident, and what people found of them. */
@Path("/incidents/{id}/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates and lineage", description = "Records that may be of one incident, named with reasons and never merged by "
        + "machine; merging and splitting by analysts, with lineage.")
public class DuplicateResource {

    private final Duplicates duplicates;
    private final JsonReading reading;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final CurrentCaller current;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    public DuplicateResource(Duplicates duplicates, JsonReading reading, UnitOfWork unitOfWork, Idempotency idempotency,
            CurrentCaller current) {
        this.duplicates = duplicates;
        this.reading = reading;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listIncidentDuplicates", summary = "Name possible duplicates of an incident", description = "For analysts, "
            + "and for the record's own organisation: records that the caller may see, compared by what the caller may see of both, "
            + "the likeliest first. Looked for within three days before and after, in the neighbourhood or under the same name, and "
            + "by external ids everywhere; at most 300 are compared.")
    @APIResponse(responseCode = "200", description = "The candidates.", content = @Content(schema = @Schema(implementation = DuplicateListResponse.class)))
    public Uni<DuplicateListResponse> list(@PathParam("id") String id,
            @QueryParam("limit") @Parameter(description = "Candidates at most, 1 to 200; 50 by default.") String limit,
            @QueryParam("dismissed") @Parameter(description = "true, to be told also of those that were dismissed.") String dismissed) {
        Caller caller = current.get();
        int most = PageRequest.of(limit, null).limit();
        if (dismissed != null && !dismissed.equals("true")) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "dismissed", "dismissed is true, or left out.");
        }
        return unitOfWork.run(session -> duplicates.gather(session, caller, id)).emitOn(workers)
                .map(found -> DuplicateListResponse.of(duplicates.score(found, dismissed != null, most)));
    }

    @POST
    @Path("/{other}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "dismissIncidentDuplicate", summary = "Remember that two records are not of one incident", description = "By "
            + "analysts. The pair is then not offered again, from neither side, unless asked for.")
    @APIResponse(responseCode = "201", description = "The finding.", content = @Content(schema = @Schema(implementation = DuplicateListResponse.DismissalResponse.class)))
    public Uni<Response> dismiss(@PathParam("id") String id, @PathParam("other") String other,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        Caller caller = current.get();
        IdempotentCall call = IdempotentCall.of(caller, "dismissIncidentDuplicate " + id + " " + other, key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> duplicates.dismiss(session, caller, id, other, () -> reading.read(body, Reason.class))
                        .map(made -> new Answer(201, null, null,
                                reading.tree(DuplicateListResponse.DismissalResponse.of(made)).toString()))))
                .map(Answer::toResponse);
    }
}
