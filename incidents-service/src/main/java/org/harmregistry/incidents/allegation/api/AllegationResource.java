package org.harmregistry.incidents.allegation.api;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
import org.harmregistry.incidents.allegation.domain.AllegationContent;
import org.harmregistry.incidents.allegation.domain.AllegationDocuments;
import org.harmregistry.incidents.allegation.domain.AllegationFilter;
import org.harmregistry.incidents.allegation.domain.AllegationLists;
import org.harmregistry.incidents.allegation.domain.Allegations;
import org.harmregistry.incidents.exchange.ExportAnswers;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.PageRequest;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;

/** Recording, reading and correcting allegations. */
@Path("/allegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allegations", description = "What was claimed to parties, and what they made of it. Everybody reads what is public, a party what "
        + "was made to it; analysts write.")
public class AllegationResource {

    private static final String BODY = "incident must be visible to the writer (422 incident_unknown), party known (422 party_unknown), "
            + "receivedOn not in the future (422 date_in_future).";

    private final Allegations allegations;
    private final AllegationLists lists;
    private final AllegationExports exports;
    private final AllegationDocuments documents;
    private final AllegationAnswers answers;
    private final UnitOfWork unitOfWork;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final CurrentCaller current;

    public AllegationResource(Allegations allegations, AllegationLists lists, AllegationExports exports,
            AllegationDocuments documents, AllegationAnswers answers, UnitOfWork unitOfWork, Horizon horizon,
            Idempotency idempotency,
            CurrentCaller current) {
        this.allegations = allegations;
        this.lists = lists;
        this.exports = exports;
        this.documents = documents;
        this.answers = answers;
        this.unitOfWork = unitOfWork;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @Compressed
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.GEOJSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listAllegations", summary = "List or export allegations", description = "The allegations that the caller may see, by the "
            + "day received and id." + ExportAnswers.TEXT + " Each row of an export holds the transitions that stand.")
    @APIResponse(responseCode = "200", description = "A page of allegations, or all of them.", content = {
            @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = AllegationListResponse.class)),
            @Content(mediaType = ExportFormat.GEOJSON_TYPE), @Content(mediaType = ExportFormat.CSV_TYPE),
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = AllegationResponse.class)) })
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> list(@BeanParam AllegationParameters parameters,
            @QueryParam("asOf") @Parameter(description = ApiText.AS_OF) String asOf,
            @QueryParam("count") @Parameter(description = ApiText.COUNT) String count,
            @QueryParam("limit") @Parameter(description = ApiText.LIMIT) String limit,
            @QueryParam("after") @Parameter(description = ApiText.AFTER) String after,
            @QueryParam("format") @Parameter(description = ExportFormat.PARAMETER) String format,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context HttpHeaders headers, @Context UriInfo uri) {
        Caller caller = current.get();
        ExportFormat wanted = ExportFormat.asked(format, headers, ExportFormat.values());
        if (wanted != ExportFormat.JSON) {
            ExportAnswers.requireNoPages(uri);
            return exports.answer(caller, parameters.filter(), AsOf.parameter(asOf), wanted, ifNoneMatch);
        }
        PageRequest page = PageRequest.of(limit, after);
        AllegationFilter filter = parameters.filter();
        return lists.list(caller, filter, AsOf.parameter(asOf), page, PageRequest.isCounted(count))
                .map(list -> answers.list(list, caller, ifNoneMatch, uri));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getAllegation", summary = "Read one allegation")
    @APIResponse(responseCode = "200", description = "The allegation as the caller may see it.", content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> get(@PathParam("id") String id,
            @QueryParam("asOf") @Parameter(description = ApiText.AS_OF) String asOf,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(id);
        return horizon.effective(AsOf.parameter(asOf))
                .chain(instant -> unitOfWork.run(session -> allegations.get(session, caller, wanted, instant))
                        .map(found -> answers.one(found, caller, instant, ifNoneMatch)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANALYST)
    @Operation(operationId = "createAllegation", summary = "Record an allegation", description = "Received on the day given, and withheld from "
            + "the public. " + BODY)
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Parameter(description = ApiText.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AllegationContent.class))) byte[] body) {
        Caller caller = current.get();
        AllegationContent content = documents.read(body);
        IdempotentCall call = IdempotentCall.of(caller, "createAllegation", key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> allegations.create(session, caller, content).map(made -> answers.created(made, caller))))
                .map(answer -> answer.toResponse());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANALYST)
    @Operation(operationId = "createAllegationWithId", summary = "Record an allegation under an id of the client's own", description = "Only "
            + "creates. The same body again from the same caller is answered 412 already_created, with ETag and Location. "
            + BODY)
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> createAs(@PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(description = ApiText.CREATE_ONLY) String ifNoneMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AllegationContent.class))) byte[] body) {
        Caller caller = current.get();
        UUID chosen = RecordAddress.id(id);
        documents.read(body);
        Preconditions.requireCreation(ifNoneMatch);
        return unitOfWork.run(session -> allegations.createAs(session, caller, chosen, body))
                .map(made -> answers.created(made, caller).toResponse());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(ApiText.MERGE_PATCH)
    @Authenticated
    @Operation(operationId = "changeAllegation", summary = "Correct an allegation", description = "Merge patch (RFC 7396) by analysts, of what "
            + "is not state: party, receivedOn and everything that follows from transitions are refused. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The allegation after the change.", content = @Content(schema = @Schema(implementation = AllegationResponse.class)))
    public Uni<Response> change(@PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = ApiText.IF_MATCH) String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AllegationContent.class))) byte[] patch) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(id);
        return unitOfWork.run(session -> allegations.change(session, caller, wanted, ifMatch, patch))
                .map(allegation -> answers.changed(allegation, caller).toResponse());
    }
}
