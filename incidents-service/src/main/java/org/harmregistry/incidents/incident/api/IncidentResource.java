package org.harmregistry.incidents.incident.api;

import java.time.Instant;
import java.util.List;

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
import org.harmregistry.incidents.IncidentParameters;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.IncidentDocuments;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentLists;
import org.harmregistry.incidents.incident.domain.IncidentOrder;
import org.harmregistry.incidents.incident.domain.IncidentReading;
import org.harmregistry.incidents.incident.domain.Incidents;
import org.harmregistry.incidents.place.Gazetteer;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;

/** Recording, reading and correcting incidents. */
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents", description = "What happened, where, when and to whom.")
public class IncidentResource {

    private final Incidents incidents;
    private final IncidentReading reading;
    private final Horizon horizon;
    private final IncidentLists lists;
    private final IncidentExports exports;
    private final IncidentDocuments documents;
    private final IncidentAnswers answers;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Gazetteer gazetteer;
    private final CurrentCaller current;

    public IncidentResource(Incidents incidents, IncidentReading reading, Horizon horizon, IncidentLists lists,
            IncidentExports exports,
            IncidentDocuments documents, IncidentAnswers answers,
            UnitOfWork unitOfWork, Idempotency idempotency, Gazetteer gazetteer, CurrentCaller current) {
        this.incidents = incidents;
        this.reading = reading;
        this.horizon = horizon;
        this.lists = lists;
        this.exports = exports;
        this.documents = documents;
        this.answers = answers;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.gazetteer = gazetteer;
        this.current = current;
    }

    @GET
    @Compressed
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.GEOJSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listIncidents", summary = "List or export incidents", description = "The incidents that the caller may see."
            + " A filter that is not known is refused, never ignored. As CSV, GeoJSON or NDJSON the whole filtered set is"
            + " streamed, in no particular order and from one state of the registry; the second line of CSV holds HXL tags, and"
            + " a text cell that begins like a formula has an apostrophe in front. An import takes the rows of CSV and NDJSON"
            + " back, and answers unchanged.")
    @APIResponse(responseCode = "200", description = "A page of incidents, or all of them.", content = {
            @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = IncidentListResponse.class)),
            @Content(mediaType = ExportFormat.GEOJSON_TYPE), @Content(mediaType = ExportFormat.CSV_TYPE),
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = IncidentResponse.class)) })
    @APIResponse(responseCode = "304", description = "The reader holds this page already.")
    public Uni<Response> list(@BeanParam IncidentParameters parameters,
            @QueryParam("sort") @Parameter(description = "occurred.from (the default), updatedAt, killed, code, or distance from near; with a minus in front the other way round.") String sort,
            @QueryParam("count") @Parameter(description = ApiText.COUNT) String count,
            @QueryParam("limit") @Parameter(description = "Items on a page, 1 to 200; 50 by default.") String limit,
            @QueryParam("after") @Parameter(description = "Cursor of the next page, from page.next.") String after,
            @QueryParam("format") @Parameter(description = ExportFormat.PARAMETER) String format,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context HttpHeaders headers, @Context UriInfo uri) {
        Caller caller = current.get();
        ExportFormat wanted = ExportFormat.asked(format, headers, ExportFormat.values());
        if (wanted != ExportFormat.JSON) {
            List.of("sort", "count", "limit", "after")
                    .forEach(name -> IncidentExports.requireNone(name, uri.getQueryParameters().getFirst(name)));
            IncidentFilter today = parameters.filter(gazetteer);
            return horizon.effective(parameters.asOf())
                    .chain(asOf -> exports.answer(caller, today.at(asOf), wanted, ifNoneMatch));
        }
        PageRequest page = PageRequest.of(limit, after);
        boolean counted = PageRequest.isCounted(count);
        Instant asked = parameters.asOf();
        IncidentFilter today = parameters.filter(gazetteer);
        IncidentOrder order = IncidentOrder.of(sort, today);
        return horizon.effective(asked).chain(asOf -> {
            IncidentFilter filter = today.at(asOf);
            return lists.list(caller, filter, order, page, counted)
                    .map(list -> answers.list(list, filter, ifNoneMatch, uri));
        });
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getIncident", summary = "Read one incident", description = "By id, by code, or by a former code.")
    @APIResponse(responseCode = "308", description = "It was merged: Location names the incident that speaks for it.")
    @APIResponse(responseCode = "200", description = "The incident as the caller may see it.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    @APIResponse(responseCode = "304", description = "The reader holds this version already.")
    public Uni<Response> get(@PathParam("id") String id,
            @QueryParam("asOf") @Parameter(description = AsOf.PARAMETER) String asOf,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context UriInfo uri) {
        Caller caller = current.get();
        return horizon.effective(AsOf.parameter(asOf)).chain(instant -> reading.get(caller, id, instant)
                .chain(incident -> incident == null ? elsewhere(caller, id, uri)
                        : Uni.createFrom().item(answers.one(incident, instant, ifNoneMatch))));
    }

    /** A merged record's address leads to its successor, for those who may see that one. */
    private Uni<Response> elsewhere(Caller caller, String id, UriInfo uri) {
        return reading.successor(caller, id).onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND))
                .map(successor -> answers.moved(successor, uri));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST })
    @Operation(operationId = "createIncident", summary = "Record an incident", description = "Makes a draft of the caller's organisation, "
            + "withheld from the public. With an Idempotency-Key the request can be sent again safely.")
    @APIResponse(responseCode = "201", description = "The new incident.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IncidentContent.class))) byte[] body) {
        Caller caller = current.get();
        IncidentContent content = documents.read(body);
        IdempotentCall call = IdempotentCall.of(caller, "createIncident", key, body);
        return unitOfWork.run(session -> idempotency.once(session, call,
                () -> incidents.create(session, caller, content).map(made -> answers.created(made, caller))))
                .map(answer -> answer.toResponse());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST })
    @Operation(operationId = "createIncidentWithId", summary = "Record an incident under an id of the client's own", description = "Only "
            + "creates. The same body again from the same caller is answered 412 already_created, with ETag and Location.")
    @APIResponse(responseCode = "201", description = "The new incident.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Uni<Response> createAs(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IncidentContent.class))) byte[] body) {
        Caller caller = current.get();
        NewId newId = NewId.of(id);
        Preconditions.under(() -> Preconditions.requireCreation(ifNoneMatch), () -> documents.read(body));
        return unitOfWork.run(session -> incidents.createAs(session, caller, newId.value(), body))
                .map(made -> answers.created(made, caller).toResponse());
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Authenticated
    @Operation(operationId = "changeIncident", summary = "Correct an incident", description = "Merge patch (RFC 7396): objects merge, "
            + "arrays are replaced, null clears. Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The incident after the change.", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Uni<Response> change(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IncidentContent.class))) byte[] patch) {
        Caller caller = current.get();
        return unitOfWork.run(session -> incidents.change(session, caller, id, ifMatch, patch))
                .map(incident -> answers.changed(incident, caller).toResponse());
    }
}
