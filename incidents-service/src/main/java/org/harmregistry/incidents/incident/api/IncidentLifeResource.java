package org.harmregistry.incidents.incident.api;

import jakarta.annotation.security.RolesAllowed;
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
import org.harmregistry.incidents.incident.domain.AcceptanceOfSeveral;
import org.harmregistry.incidents.incident.domain.IncidentLife;
import org.harmregistry.incidents.incident.domain.LifeStep;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The steps of a record's life: each weighs something, so each is an act of its own with a reason. */
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Incident life", description = "Draft, submitted, accepted, withdrawn; public or withheld. Every step has a reason.")
public class IncidentLifeResource {

    private final IncidentLife life;
    private final IncidentAnswers answers;
    private final JsonReading reading;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final CurrentCaller current;

    public IncidentLifeResource(IncidentLife life, IncidentAnswers answers, JsonReading reading, UnitOfWork unitOfWork,
            Idempotency idempotency, CurrentCaller current) {
        this.life = life;
        this.answers = answers;
        this.reading = reading;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @Path("/{id}/submission")
    @Authenticated
    @Operation(operationId = "submitIncident", summary = "Submit a draft to be looked at", description = "By its authors. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The incident, submitted.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Uni<Response> submit(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return take(LifeStep.SUBMISSION, id, ifMatch, key, body);
    }

    @POST
    @Path("/{id}/acceptance")
    @Authenticated
    @Operation(operationId = "acceptIncident", summary = "Accept a submitted incident", description = "By analysts. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The incident, accepted.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Uni<Response> accept(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return take(LifeStep.ACCEPTANCE, id, ifMatch, key, body);
    }

    @POST
    @Path("/{id}/publication")
    @Authenticated
    @Operation(operationId = "publishIncident", summary = "Let everybody read an accepted incident", description = "By publishers. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The incident, public.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Uni<Response> publish(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return take(LifeStep.PUBLICATION, id, ifMatch, key, body);
    }

    @POST
    @Path("/{id}/withholding")
    @Authenticated
    @Operation(operationId = "withholdIncident", summary = "Take an incident out of the public's sight", description = "By publishers. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The incident, withheld.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Uni<Response> withhold(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return take(LifeStep.WITHHOLDING, id, ifMatch, key, body);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Authenticated
    @Operation(operationId = "withdrawIncident", summary = "Withdraw an incident", description = "By publishers; by its authors until it is "
            + "accepted. The record stays, with its history. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The incident, withdrawn.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Uni<Response> withdraw(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return take(LifeStep.WITHDRAWAL, id, ifMatch, key, body);
    }

    /** The key is looked up before the precondition: a repeated request names the version that its first sending changed. */
    private Uni<Response> take(LifeStep step, String id, String ifMatch, String key, byte[] body) {
        Caller caller = current.get();
        IdempotentCall call = IdempotentCall.of(caller, step.name() + " " + id, key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> life.take(session, caller, id, step, ifMatch, () -> reading.read(body, Reason.class))
                        .map(incident -> answers.changed(incident, caller))))
                .map(answer -> answer.toResponse());
    }

    @POST
    @Path("/acceptance")
    @RolesAllowed(Role.ANALYST)
    @Operation(operationId = "acceptIncidents", summary = "Accept several submitted incidents", description = "All or none, for one reason.")
    @APIResponse(responseCode = "200", description = "The incidents, accepted.", content = @Content(schema = @Schema(implementation = AcceptedResponse.class)))
    public Uni<Response> acceptSeveral(@HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AcceptanceOfSeveral.class))) byte[] body) {
        Caller caller = current.get();
        AcceptanceOfSeveral acceptance = reading.read(body, AcceptanceOfSeveral.class);
        IdempotentCall call = IdempotentCall.of(caller, "acceptIncidents", key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> life.accept(session, caller, acceptance).map(answers::changed)))
                .map(answer -> answer.toResponse());
    }
}
