package org.harmregistry.incidents.organisation;

import java.io.InputStream;

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
import org.harmregistry.incidents.record.RecordAnswers;
import org.harmregistry.incidents.record.RecordHistory;
import org.harmregistry.incidents.record.RecordKeeping;
import org.harmregistry.incidents.record.RecordRequest;
import org.harmregistry.incidents.record.RecordTools;
import org.harmregistry.incidents.record.SlugExchange;
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
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.PageRequest;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Organisations. */
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisations", description = "Who keeps, publishes or uses records: names, kind and address on the web, no contacts of persons. Public to read; admins write.")
public class OrganisationResource {

    private final RecordKeeping<Organisation, OrganisationRow, RecordedOrganisation> keeping;
    private final SlugExchange<Organisation, OrganisationRow, RecordedOrganisation> exchange;
    private final RecordHistory<Organisation, OrganisationRow> history;
    private final CurrentCaller caller;

    public OrganisationResource(RecordTools tools, OrganisationRecords records, CurrentCaller caller) {
        this.keeping = new RecordKeeping<>(tools, records);
        this.exchange = new SlugExchange<>(tools, records);
        this.history = new RecordHistory<>(tools, records);
        this.caller = caller;
    }

    @GET
    @Compressed
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listOrganisations", summary = "List or export the organisations, by slug", description = ExportAnswers.TEXT)
    @APIResponse(responseCode = "200", description = "A page of organisations", content = {
            @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = OrganisationPage.class)),
            @Content(mediaType = ExportFormat.CSV_TYPE),
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = RecordedOrganisation.class)) })
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> list(
            @Parameter(description = "Only organisations of this kind", schema = @Schema(implementation = OrganisationKind.class)) @QueryParam("kind") String kind,
            @BeanParam RecordRequest request) {
        return exchange.list(Terms.of(Terms.parameter(OrganisationKind.class, "kind", kind)), request);
    }

    @POST
    @Path("/import")
    @Blocking
    @RolesAllowed(Role.ADMIN)
    @Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
    @Produces(BulkImport.MEDIA_TYPE)
    @Operation(operationId = "importOrganisations", summary = "Import many organisations", description = RowImports.TEXT
            + SlugExchange.MATCHED)
    @APIResponse(responseCode = "200", description = RowImports.RESULTS, content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importRows(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(description = RowImports.MODE) @QueryParam("mode") String mode,
            @RequestBody(required = true, content = {
                    @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = Organisation.class)),
                    @Content(mediaType = BulkFormat.CSV_TYPE) }) InputStream body) {
        return exchange.importRows(body, contentType, mode, caller.get());
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    @Operation(operationId = "readOrganisation", summary = "Read an organisation")
    @APIResponse(responseCode = "200", description = "The organisation", content = @Content(schema = @Schema(implementation = RecordedOrganisation.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> read(@PathParam("slug") String slug,
            @Parameter(description = ApiText.AS_OF) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam("If-None-Match") String ifNoneMatch) {
        return keeping.read(null, slug, Clocks.of(null, asOf))
                .map(view -> RecordAnswers.record(view, ifNoneMatch));
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createOrganisation", summary = "Create an organisation under the slug in the body")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RecordedOrganisation.class)))
    public Uni<Response> create(
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Organisation.class))) byte[] body) {
        return keeping.create(caller.get(), null, body, idempotencyKey).map(Answer::toResponse);
    }

    @PUT
    @Path("/{slug}")
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createOrganisationAs", summary = "Create an organisation under the slug in the address")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RecordedOrganisation.class)))
    public Uni<Response> createAs(@PathParam("slug") String slug,
            @Parameter(description = ApiText.CREATE_ONLY) @HeaderParam("If-None-Match") String ifNoneMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Organisation.class))) byte[] body) {
        return keeping.createAs(caller.get(), null, content -> content.under(slug).slug(), ifNoneMatch, body)
                .map(Answer::toResponse);
    }

    @PATCH
    @Path("/{slug}")
    @Authenticated
    @Consumes(ApiText.MERGE_PATCH)
    @Operation(operationId = "changeOrganisation", summary = "Change an organisation by a merge patch (RFC 7396); its slug stays")
    @APIResponse(responseCode = "200", description = "The organisation after the change", content = @Content(schema = @Schema(implementation = RecordedOrganisation.class)))
    public Uni<Response> change(@PathParam("slug") String slug,
            @Parameter(description = ApiText.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Organisation.class))) byte[] patch) {
        return keeping.change(caller.get(), null, slug, ifMatch, patch).map(view -> RecordAnswers.record(view, null));
    }

    @GET
    @Path("/{slug}/revisions")
    @Authenticated
    @Operation(operationId = "listOrganisationRevisions", summary = "Read the history of an organisation", description = ApiText.REVISIONS)
    @APIResponse(responseCode = "200", description = "A page of revisions", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> revisions(@PathParam("slug") String slug,
            @BeanParam RevisionParameters asked, @Context UriInfo uri) {
        return history.revisions(caller.get(), null, slug, asked, uri);
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listOrganisationChanges", summary = "Follow the changes of organisations, in one total order", description = ApiText.CHANGES)
    @APIResponse(responseCode = "200", description = "Changes behind the cursor", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ChangeEntry.class)) })
    public Uni<ChangePage> changes(
            @Parameter(description = ApiText.LIMIT) @QueryParam("limit") String limit,
            @Parameter(description = ApiText.FEED_AFTER) @QueryParam("after") String after) {
        return history.changes(caller.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Followed(OrganisationRecords.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return history.follow(caller.get(), after, lastEventId, sse);
    }
}
