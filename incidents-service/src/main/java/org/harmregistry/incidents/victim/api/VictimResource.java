package org.harmregistry.incidents.victim.api;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.incident.domain.IncidentPast;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.victim.domain.PastVictims;
import org.harmregistry.incidents.victim.domain.VictimContent;
import org.harmregistry.incidents.victim.domain.Victims;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionParameters;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Recording, reading and correcting the victims of an incident. */
@Path("/incidents/{id}/victims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Victims", description = "Persons harmed in an incident. Names are protected: analysts, publishers and the incident's own "
        + "organisation read them; everybody else reads counts, and those persons whose name a publisher has made public.")
public class VictimResource {

    private final Victims victims;
    private final PastVictims pastVictims;
    private final IncidentPast past;
    private final VictimAnswers answers;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final CurrentCaller current;
    private final Revisions revisions;

    public VictimResource(Victims victims, PastVictims pastVictims, IncidentPast past, VictimAnswers answers,
            UnitOfWork unitOfWork, Idempotency idempotency, CurrentCaller current, Revisions revisions) {
        this.victims = victims;
        this.pastVictims = pastVictims;
        this.past = past;
        this.answers = answers;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.current = current;
        this.revisions = revisions;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listVictims", summary = "List the victims of an incident", description = "Those that the caller may see, in "
            + "the order of their ids.")
    @APIResponse(responseCode = "200", description = "A page of victims.", content = @Content(schema = @Schema(implementation = VictimPage.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> list(@PathParam("id") String id,
            @Parameter(description = "recorded (the default) or withdrawn.", schema = @Schema(enumeration = { "recorded",
                    "withdrawn" })) @QueryParam("state") String state,
            @Parameter(description = AsOf.PARAMETER) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.LIMIT) @QueryParam("limit") String limit,
            @Parameter(description = ApiText.AFTER) @QueryParam("after") String after,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context UriInfo uri) {
        Caller caller = current.get();
        boolean withdrawn = isWithdrawn(state);
        PageRequest page = PageRequest.of(limit, after);
        String question = VictimAnswers.question(id, withdrawn, asOf, caller);
        UUID behind = answers.behind(page, question);
        return past.effective(caller, id, AsOf.parameter(asOf)).chain(instant -> unitOfWork
                .read(session -> instant == null ? victims.list(session, caller, id, withdrawn, behind, page.limit())
                        : pastVictims.list(session, caller, id, withdrawn, behind, page.limit(), instant))
                .map(rows -> answers.page(rows, page, question, instant, ifNoneMatch, uri)));
    }

    static boolean isWithdrawn(String state) {
        if (state == null || state.equals("recorded")) {
            return false;
        }
        if (state.equals("withdrawn")) {
            return true;
        }
        throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "state", "state is recorded or withdrawn.");
    }

    @GET
    @Path("/counts")
    @PermitAll
    @Operation(operationId = "countVictims", summary = "Count the victims of an incident", description = "By sex, age group, status, cause "
            + "and outcome (SDG 16.1.2). Everybody sees the counts of public incidents; a kind of fewer than three persons is then "
            + "not shown by itself.")
    @APIResponse(responseCode = "200", description = "The counts.", content = @Content(schema = @Schema(implementation = VictimCountsResponse.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> counts(@PathParam("id") String id,
            @Parameter(description = AsOf.PARAMETER) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Caller caller = current.get();
        return past.effective(caller, id, AsOf.parameter(asOf)).chain(instant -> unitOfWork
                .read(session -> instant == null ? victims.counts(session, caller, id)
                        : pastVictims.counts(session, caller, id, instant))
                .map(counts -> answers.counts(counts, instant, ifNoneMatch)));
    }

    @GET
    @Path("/{victim}")
    @PermitAll
    @Operation(operationId = "getVictim", summary = "Read a victim")
    @APIResponse(responseCode = "200", description = "The victim as the caller may see it.", content = @Content(schema = @Schema(implementation = VictimResponse.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> get(@PathParam("id") String id, @PathParam("victim") String victim,
            @Parameter(description = AsOf.PARAMETER) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(victim);
        return past.effective(caller, id, AsOf.parameter(asOf)).chain(instant -> unitOfWork
                .run(session -> instant == null ? victims.get(session, caller, id, wanted)
                        : pastVictims.get(session, caller, id, wanted, instant))
                .map(seen -> answers.one(seen, instant, ifNoneMatch)));
    }

    @GET
    @Path("/{victim}/revisions")
    @Authenticated
    @Operation(operationId = "listVictimRevisions", summary = "Read a victim's history", description = "For those who read all names of "
            + "the incident: the whole record after each change, by whom, when and why.")
    @APIResponse(responseCode = "200", description = "A page of revisions.", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> revisions(@PathParam("id") String id, @PathParam("victim") String victim,
            @BeanParam RevisionParameters asked, @Context UriInfo uri) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(victim);
        return revisions.effective(asked.request())
                .chain(request -> unitOfWork.run(session -> victims.revisions(session, caller, id, wanted, request)))
                .map(found -> Revisions.answer(found, asked.ifNoneMatch(), uri));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "createVictim", summary = "Record a victim", description = "By the incident's own organisation until it is "
            + "accepted, and by analysts. 409 register_id_taken if another victim of the incident has the same id in another "
            + "register: the same person is never counted twice.")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = VictimResponse.class)))
    public Uni<Response> create(@PathParam("id") String id,
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = VictimContent.class))) byte[] body) {
        Caller caller = current.get();
        return unitOfWork.run(session -> victims.writable(session, caller, id).chain(incident -> {
            VictimContent content = victims.read(body);
            IdempotentCall call = IdempotentCall.of(caller, "createVictim " + incident.id(), key, body);
            return idempotency.once(session, call,
                    () -> victims.create(session, caller, incident, content).map(answers::created));
        })).map(Answer::toResponse);
    }

    @PUT
    @Path("/{victim}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "createVictimWithId", summary = "Record a victim under an id of the client's own", description = "Only "
            + "creates. The same body again from the same caller is answered 412 already_created, with ETag and Location.")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = VictimResponse.class)))
    public Uni<Response> createAs(@PathParam("id") String id, @PathParam("victim") String victim,
            @Parameter(description = ApiText.CREATE_ONLY) @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = VictimContent.class))) byte[] body) {
        Caller caller = current.get();
        UUID chosen = RecordAddress.id(victim);
        return unitOfWork.run(session -> victims.writable(session, caller, id).chain(incident -> {
            victims.read(body);
            Preconditions.requireCreation(ifNoneMatch);
            return victims.createAs(session, caller, incident, chosen, body);
        })).map(seen -> answers.created(seen).toResponse());
    }

    @PATCH
    @Path("/{victim}")
    @Consumes(ApiText.MERGE_PATCH)
    @Authenticated
    @Operation(operationId = "changeVictim", summary = "Correct a victim", description = "Merge patch (RFC 7396); needs If-Match. The status "
            + "timeline is replaced as a whole.")
    @APIResponse(responseCode = "200", description = "The victim after the change.", content = @Content(schema = @Schema(implementation = VictimResponse.class)))
    public Uni<Response> change(@PathParam("id") String id, @PathParam("victim") String victim,
            @Parameter(description = ApiText.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = VictimContent.class))) byte[] patch) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(victim);
        return unitOfWork.run(session -> victims.change(session, caller, id, wanted, ifMatch, patch))
                .map(seen -> answers.changed(seen).toResponse());
    }
}
