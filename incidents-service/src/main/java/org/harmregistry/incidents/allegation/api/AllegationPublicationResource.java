package org.harmregistry.incidents.allegation.api;

import java.util.UUID;

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
import org.harmregistry.incidents.allegation.domain.AllegationPublication;
import org.harmregistry.incidents.incident.domain.Publication;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Showing allegations to everybody, or taking them out of sight, each time with a reason. */
@Path("/allegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Allegation publication", description = "Withheld by default. A public allegation shows only while its incident is public, too.")
public class AllegationPublicationResource {

    private final AllegationPublication publication;
    private final AllegationAnswers answers;
    private final JsonReading reading;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final CurrentCaller current;

    public AllegationPublicationResource(AllegationPublication publication, AllegationAnswers answers, JsonReading reading,
            UnitOfWork unitOfWork, Idempotency idempotency, CurrentCaller current) {
        this.publication = publication;
        this.answers = answers;
        this.reading = reading;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @Path("/{id}/publication")
    @Authenticated
    @Operation(operationId = "publishAllegation", summary = "Let everybody read an allegation", description = "By publishers, with a reason. Its "
            + "claim and reference are shown as they are written. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The allegation, public.", content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> publish(@PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = ApiText.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") @Parameter(description = ApiText.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return show(id, Publication.PUBLIC, ifMatch, key, body);
    }

    @POST
    @Path("/{id}/withholding")
    @Authenticated
    @Operation(operationId = "withholdAllegation", summary = "Take an allegation out of the public's sight", description = "By publishers, with a "
            + "reason. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The allegation, withheld.", content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> withhold(@PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = ApiText.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") @Parameter(description = ApiText.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return show(id, Publication.WITHHELD, ifMatch, key, body);
    }

    private Uni<Response> show(String id, Publication next, String ifMatch, String key, byte[] body) {
        Caller caller = current.get();
        UUID allegation = RecordAddress.id(id);
        IdempotentCall call = IdempotentCall.of(caller, next.term() + " " + id, key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> publication.show(session, caller, allegation, next, ifMatch, () -> reading.read(body, Reason.class))
                        .map(shown -> answers.changed(shown, caller))))
                .map(answer -> answer.toResponse());
    }
}
