package org.harmregistry.incidents.denominator;

import java.io.InputStream;
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
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.exchange.ExportAnswers;
import org.harmregistry.incidents.exchange.RowImports;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.ListRequest;
import org.harmregistry.incidents.record.RecordAnswers;
import org.harmregistry.incidents.record.RecordExchange;
import org.harmregistry.incidents.record.RecordHistory;
import org.harmregistry.incidents.record.RecordKeeping;
import org.harmregistry.incidents.record.RecordSearch;
import org.harmregistry.incidents.record.RecordTools;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.kit.bulk.BulkFormat;
import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.history.ChangeEntry;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.history.Followed;
import org.harmregistry.kit.history.LiveFeed;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionParameters;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.PageRequest;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Denominators. */
@Path("/parties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "denominators", description = "How much force parties used. Public to read; analysts and admins write.")
public class DenominatorResource {

    private final RecordKeeping<Denominator, DenominatorRow, RecordedDenominator> keeping;
    private final RecordExchange<Denominator, DenominatorRow, RecordedDenominator> exchange;
    private final RecordHistory<Denominator, DenominatorRow> history;
    private final CurrentCaller caller;

    public DenominatorResource(RecordTools tools, DenominatorRecords records, CurrentCaller caller) {
        this.keeping = new RecordKeeping<>(tools, records);
        this.exchange = new RecordExchange<>(tools, records);
        this.history = new RecordHistory<>(tools, records);
        this.caller = caller;
    }

    @GET
    @Compressed
    @Path("/{slug}/denominators")
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listDenominators", summary = "List or export the denominators of a party, by the day from which they were known", description = ExportAnswers.TEXT)
    @APIResponse(responseCode = "200", description = "A page of denominators", content = {
            @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = DenominatorPage.class)),
            @Content(mediaType = ExportFormat.CSV_TYPE),
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = RecordedDenominator.class)) })
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> list(
            @PathParam("slug") String slug,
            @Parameter(description = "Only denominators of this kind", schema = @Schema(implementation = DenominatorKind.class)) @QueryParam("kind") String kind,
            @Parameter(description = "Only denominators of this country, two letters of ISO 3166-1", example = "SY") @QueryParam("country") String country,
            @BeanParam ListRequest request) {
        RecordSearch search = new RecordSearch()
                .where("r.kind = :kind", "kind", Terms.of(Terms.parameter(DenominatorKind.class, "kind", kind)))
                .where("r.country = :country", "country", Fields.countryParameter("country", country));
        return exchange.list(slug, search, request);
    }

    @GET
    @Compressed
    @Path("/denominators")
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listAllDenominators", summary = "List or export the denominators of all parties", description = ExportAnswers.TEXT)
    @APIResponse(responseCode = "200", description = "A page of denominators, or all of them", content = {
            @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = DenominatorPage.class)),
            @Content(mediaType = ExportFormat.CSV_TYPE),
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = RecordedDenominator.class)) })
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> listAll(@BeanParam ListRequest request) {
        return exchange.list(null, new RecordSearch(), request);
    }

    @POST
    @Path("/denominators/import")
    @Blocking
    @RolesAllowed({ Role.ANALYST, Role.ADMIN })
    @Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
    @Produces(BulkImport.MEDIA_TYPE)
    @Operation(operationId = "importDenominators", summary = "Import many denominators", description = RowImports.TEXT
            + RecordExchange.PARTY)
    @APIResponse(responseCode = "200", description = RowImports.RESULTS, content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importRows(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(description = RowImports.MODE) @QueryParam("mode") String mode,
            @RequestBody(required = true, content = {
                    @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = Denominator.class)),
                    @Content(mediaType = BulkFormat.CSV_TYPE) }) InputStream body) {
        return exchange.importRows(body, contentType, mode, caller.get());
    }

    @GET
    @Path("/{slug}/denominators/{id}")
    @PermitAll
    @Operation(operationId = "readDenominator", summary = "Read a denominator")
    @APIResponse(responseCode = "200", description = "The denominator", content = @Content(schema = @Schema(implementation = RecordedDenominator.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> read(@PathParam("slug") String slug, @PathParam("id") String id,
            @Parameter(description = ApiText.AS_OF) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam("If-None-Match") String ifNoneMatch) {
        return keeping.read(slug, RecordAddress.id(id), Clocks.of(null, asOf))
                .map(view -> RecordAnswers.record(view, ifNoneMatch));
    }

    @POST
    @Path("/{slug}/denominators")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDenominator", summary = "Create a denominator")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RecordedDenominator.class)))
    public Uni<Response> create(@PathParam("slug") String slug,
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Denominator.class))) byte[] body) {
        return keeping.create(caller.get(), slug, body, idempotencyKey).map(Answer::toResponse);
    }

    @PUT
    @Path("/{slug}/denominators/{id}")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDenominatorAs", summary = "Create a denominator under an id of the client's")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RecordedDenominator.class)))
    public Uni<Response> createAs(@PathParam("slug") String slug, @PathParam("id") String id,
            @Parameter(description = ApiText.CREATE_ONLY) @HeaderParam("If-None-Match") String ifNoneMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Denominator.class))) byte[] body) {
        UUID chosen = RecordAddress.id(id);
        return keeping.createAs(caller.get(), slug, content -> chosen, ifNoneMatch, body).map(Answer::toResponse);
    }

    @PATCH
    @Path("/{slug}/denominators/{id}")
    @Authenticated
    @Consumes(ApiText.MERGE_PATCH)
    @Operation(operationId = "changeDenominator", summary = "Change a denominator by a merge patch (RFC 7396)")
    @APIResponse(responseCode = "200", description = "The denominator after the change", content = @Content(schema = @Schema(implementation = RecordedDenominator.class)))
    public Uni<Response> change(@PathParam("slug") String slug, @PathParam("id") String id,
            @Parameter(description = ApiText.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Denominator.class))) byte[] patch) {
        return keeping.change(caller.get(), slug, RecordAddress.id(id), ifMatch, patch)
                .map(view -> RecordAnswers.record(view, null));
    }

    @GET
    @Path("/{slug}/denominators/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listDenominatorRevisions", summary = "Read the history of a denominator", description = ApiText.REVISIONS)
    @APIResponse(responseCode = "200", description = "A page of revisions", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> revisions(@PathParam("slug") String slug, @PathParam("id") String id,
            @BeanParam RevisionParameters asked, @Context UriInfo uri) {
        return history.revisions(caller.get(), slug, RecordAddress.id(id), asked, uri);
    }

    @GET
    @Path("/denominators/changes")
    @PermitAll
    @Operation(operationId = "listDenominatorChanges", summary = "Follow the changes of denominators, in one total order", description = ApiText.CHANGES)
    @APIResponse(responseCode = "200", description = "Changes behind the cursor", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ChangeEntry.class)) })
    public Uni<ChangePage> changes(
            @Parameter(description = ApiText.LIMIT) @QueryParam("limit") String limit,
            @Parameter(description = ApiText.FEED_AFTER) @QueryParam("after") String after) {
        return history.changes(caller.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/denominators/changes")
    @PermitAll
    @Followed(DenominatorRecords.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return history.follow(caller.get(), after, lastEventId, sse);
    }
}
