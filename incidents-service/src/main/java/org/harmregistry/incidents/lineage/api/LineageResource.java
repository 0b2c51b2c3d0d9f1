package org.harmregistry.incidents.lineage.api;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.lineage.domain.Merge;
import org.harmregistry.incidents.lineage.domain.Merging;
import org.harmregistry.incidents.lineage.domain.Split;
import org.harmregistry.incidents.lineage.domain.Splitting;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Merging what turned out to be one incident, and splitting what turned out to be several. */
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates and lineage")
public class LineageResource {

    private final Merging merging;
    private final Splitting splitting;
    private final JsonReading reading;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final CurrentCaller current;

    public LineageResource(Merging merging, Splitting splitting, JsonReading reading, UnitOfWork unitOfWork,
            Idempotency idempotency, CurrentCaller current) {
        this.merging = merging;
        this.splitting = splitting;
        this.reading = reading;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @Path("/{id}/merge")
    @Authenticated
    @Operation(operationId = "mergeIncident", summary = "Merge an incident into another one", description = "By analysts: the record was "
            + "found to be of the same incident as an accepted one, which speaks for it from now on. Its id, codes and external ids "
            + "lead there for ever (308); it is out of lists and counts; whatever was merged into it before leads there, too. Needs "
            + "If-Match with its own ETag.")
    @APIResponse(responseCode = "200", description = "The merged record and its successor; ETag is that of the merged record.", content = @Content(schema = @Schema(implementation = MergeResponse.class)))
    public Uni<Response> merge(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Merge.class))) byte[] body) {
        Caller caller = current.get();
        IdempotentCall call = IdempotentCall.of(caller, "mergeIncident " + id, key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> merging.merge(session, caller, id, ifMatch, () -> reading.read(body, Merge.class))
                        .map(merged -> answer(merged.incident(), caller, MergeResponse.of(merged)))))
                .map(Answer::toResponse);
    }

    @POST
    @Path("/{id}/split")
    @Authenticated
    @Operation(operationId = "splitIncident", summary = "Split an incident into several", description = "By analysts: the record was found "
            + "to describe several incidents. It keeps its id and code and becomes the first of them; the others are new records of "
            + "the same organisation with the same status, withheld and ungraded. Every external id of the record must stand in one "
            + "of the parts. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The record and its new parts; ETag is that of the record.", content = @Content(schema = @Schema(implementation = SplitResponse.class)))
    public Uni<Response> split(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Split.class))) byte[] body) {
        Caller caller = current.get();
        IdempotentCall call = IdempotentCall.of(caller, "splitIncident " + id, key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> splitting.split(session, caller, id, ifMatch, () -> reading.read(body, Split.class))
                        .map(parts -> answer(parts.get(0), caller, SplitResponse.of(parts)))))
                .map(Answer::toResponse);
    }

    private Answer answer(Incident incident, Caller caller, Object body) {
        return new Answer(200, null, IncidentPolicy.viewFor(caller, incident).tagOf(incident), reading.tree(body).toString());
    }
}
