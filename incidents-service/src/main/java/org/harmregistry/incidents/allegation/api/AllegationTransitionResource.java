package org.harmregistry.incidents.allegation.api;

import java.util.UUID;
import java.util.function.Function;

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
import org.harmregistry.incidents.allegation.domain.AllegationTransitions;
import org.harmregistry.incidents.allegation.domain.TransitionContent;
import org.harmregistry.incidents.allegation.domain.TransitionCorrection;
import org.harmregistry.incidents.allegation.domain.TransitionRecord;
import org.harmregistry.incidents.allegation.domain.TransitionSeries;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What a party made of an allegation, step by step. Entries are only ever added; a correction keeps what it corrects. */
@Path("/allegations/{id}/transitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allegation transitions", description = "received, under_assessment, an outcome (credible, non_credible, duplicate, "
        + "insufficient_information), reopened, then under_assessment or an outcome again. Each is dated by the world's clock and may be "
        + "recorded late: the dated order of what stands must be a legal path.")
public class AllegationTransitionResource {

    private static final String NOT_ALLOWED = "409 transition_not_allowed if the dated order would be no legal path. Needs If-Match with "
            + "the allegation's ETag. By analysts.";

    private final AllegationTransitions transitions;
    private final AllegationAnswers answers;
    private final JsonReading reading;
    private final UnitOfWork unitOfWork;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final CurrentCaller current;

    public AllegationTransitionResource(AllegationTransitions transitions, AllegationAnswers answers, JsonReading reading,
            UnitOfWork unitOfWork, Horizon horizon, Idempotency idempotency, CurrentCaller current) {
        this.transitions = transitions;
        this.answers = answers;
        this.reading = reading;
        this.unitOfWork = unitOfWork;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listTransitions", summary = "Read what a party made of an allegation")
    @APIResponse(responseCode = "200", description = "The transitions that stand, and those that do not.", content = @Content(schema = @Schema(implementation = TransitionListResponse.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> list(@PathParam("id") String id,
            @QueryParam("asOf") @Parameter(description = ApiText.AS_OF) String asOf,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Caller caller = current.get();
        UUID allegation = RecordAddress.id(id);
        return horizon.effective(AsOf.parameter(asOf))
                .chain(instant -> unitOfWork.read(session -> transitions.list(session, caller, allegation, instant))
                        .map(record -> answers.transitions(record, caller, instant, ifNoneMatch)));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordTransition", summary = "Record a transition", description = "conceded only with credible, duplicateOf only and "
            + "always with duplicate, reason codes of the state only (422). " + NOT_ALLOWED)
    @APIResponse(responseCode = "201", description = "The allegation after the transition.", content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> record(@PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = ApiText.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") @Parameter(description = ApiText.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TransitionContent.class))) byte[] body) {
        Caller caller = current.get();
        UUID allegation = RecordAddress.id(id);
        return once(caller, "recordTransition " + id, key, body, session -> transitions.record(session, caller, allegation,
                ifMatch, () -> reading.read(body, TransitionContent.class)));
    }

    @POST
    @Path("/several")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordTransitions", summary = "Record several transitions, all or none", description = "For late entries that make a "
            + "legal path only together, in any order. " + NOT_ALLOWED)
    @APIResponse(responseCode = "201", description = "The allegation after the transitions.", content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> recordSeveral(@PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = ApiText.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") @Parameter(description = ApiText.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TransitionSeries.class))) byte[] body) {
        Caller caller = current.get();
        UUID allegation = RecordAddress.id(id);
        return once(caller, "recordTransitions " + id, key, body, session -> transitions.recordSeries(session, caller,
                allegation, ifMatch, () -> reading.read(body, TransitionSeries.class)));
    }

    @POST
    @Path("/{number}/correction")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "correctTransition", summary = "Correct a transition that stands", description = "The earlier entry is kept. "
            + "409 transition_superseded if it does not stand any more. " + NOT_ALLOWED)
    @APIResponse(responseCode = "201", description = "The allegation after the correction.", content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> correct(@PathParam("id") String id, @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = ApiText.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") @Parameter(description = ApiText.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TransitionCorrection.class))) byte[] body) {
        Caller caller = current.get();
        UUID allegation = RecordAddress.id(id);
        int corrected = number(number);
        return once(caller, "correctTransition " + id + "/" + number, key, body, session -> transitions.correct(session,
                caller, allegation, corrected, ifMatch, () -> reading.read(body, TransitionCorrection.class)));
    }

    @POST
    @Path("/{number}/withdrawal")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawTransition", summary = "Take back a transition that was recorded in error", description = "The entry is kept. "
            + "An allegation whose last transition is taken back is withdrawn. " + NOT_ALLOWED)
    @APIResponse(responseCode = "201", description = "The allegation after the withdrawal.", content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> withdraw(@PathParam("id") String id, @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = ApiText.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") @Parameter(description = ApiText.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))) byte[] body) {
        Caller caller = current.get();
        UUID allegation = RecordAddress.id(id);
        int withdrawn = number(number);
        return once(caller, "withdrawTransition " + id + "/" + number, key, body, session -> transitions.withdraw(session,
                caller, allegation, withdrawn, ifMatch, () -> reading.read(body, Reason.class)));
    }

    /** The key is looked up before the precondition: a repeated request names the version that its first sending changed. */
    private Uni<Response> once(Caller caller, String operation, String key, byte[] body,
            Function<Mutiny.Session, Uni<TransitionRecord>> work) {
        IdempotentCall call = IdempotentCall.of(caller, operation, key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> work.apply(session).map(record -> answers.recorded(record, caller)))).map(answer -> answer.toResponse());
    }

    /** @throws Failure 404 if it is no number: there can be nothing behind it */
    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }
}
