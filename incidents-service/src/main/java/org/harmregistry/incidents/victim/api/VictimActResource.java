package org.harmregistry.incidents.victim.api;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.incidents.victim.domain.VictimAct;
import org.harmregistry.incidents.victim.domain.VictimActs;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What is done about a victim's record as a whole: each time an act of its own with a reason. */
@Path("/incidents/{id}/victims/{victim}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Victims")
public class VictimActResource {

    private final VictimActs acts;
    private final VictimAnswers answers;
    private final JsonReading reading;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final CurrentCaller current;

    public VictimActResource(VictimActs acts, VictimAnswers answers, JsonReading reading, UnitOfWork unitOfWork,
            Idempotency idempotency, CurrentCaller current) {
        this.acts = acts;
        this.answers = answers;
        this.reading = reading;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @Path("/withdrawal")
    @Authenticated
    @Operation(operationId = "withdrawVictim", summary = "Withdraw a victim", description = "By those who may write it. The record stays, "
            + "with its history, and counts for nothing. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The victim, withdrawn.", content = @Content(schema = @Schema(implementation = VictimResponse.class)))
    public Uni<Response> withdraw(@PathParam("id") String id, @PathParam("victim") String victim,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return act(VictimAct.WITHDRAWAL, id, victim, ifMatch, key, body);
    }

    @POST
    @Path("/publication")
    @Authenticated
    @Operation(operationId = "publishVictimName", summary = "Let everybody read a victim's name", description = "By publishers, one person "
            + "at a time; the reason says who consented or where the name is public already. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The victim, its name public.", content = @Content(schema = @Schema(implementation = VictimResponse.class)))
    public Uni<Response> publish(@PathParam("id") String id, @PathParam("victim") String victim,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return act(VictimAct.PUBLICATION, id, victim, ifMatch, key, body);
    }

    @POST
    @Path("/withholding")
    @Authenticated
    @Operation(operationId = "withholdVictimName", summary = "Take a victim's name out of the public's sight", description = "By "
            + "publishers. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The victim, its name withheld.", content = @Content(schema = @Schema(implementation = VictimResponse.class)))
    public Uni<Response> withhold(@PathParam("id") String id, @PathParam("victim") String victim,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        return act(VictimAct.WITHHOLDING, id, victim, ifMatch, key, body);
    }

    /** The key is looked up before the precondition: a repeated request names the version that its first sending changed. */
    private Uni<Response> act(VictimAct act, String id, String victim, String ifMatch, String key, byte[] body) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(victim);
        IdempotentCall call = IdempotentCall.of(caller, "victim " + act.name() + " " + wanted, key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> acts.act(session, caller, id, wanted, act, ifMatch, () -> reading.read(body, Reason.class))
                        .map(answers::changed)))
                .map(Answer::toResponse);
    }
}
