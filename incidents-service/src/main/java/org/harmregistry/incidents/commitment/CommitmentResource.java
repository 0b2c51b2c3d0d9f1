package org.harmregistry.incidents.commitment;

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
import org.harmregistry.incidents.record.DerivedCondition;
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

/** Commitments. */
@Path("/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "commitments", description = "What parties promised, and whether it came. Public to read; analysts and admins write.")
public class CommitmentResource {

    private static final String KNOWN_STATE = "The state is that of knownBy; of today (UTC) unless given.";

    private final RecordKeeping<Commitment, CommitmentRow, RecordedCommitment> keeping;
    private final RecordExchange<Commitment, CommitmentRow, RecordedCommitment> exchange;
    private final RecordHistory<Commitment, CommitmentRow> history;
    private final CurrentCaller caller;

    public CommitmentResource(RecordTools tools, CommitmentRecords records, CurrentCaller caller) {
        this.keeping = new RecordKeeping<>(tools, records);
        this.exchange = new RecordExchange<>(tools, records);
        this.history = new RecordHistory<>(tools, records);
        this.caller = caller;
    }

    @GET
    @Compressed
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listCommitments", summary = "List or export the commitments, by the day from which they were known", description = KNOWN_STATE
            + ExportAnswers.TEXT)
    @APIResponse(responseCode = "200", description = "A page of commitments", content = {
            @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = CommitmentPage.class)),
            @Content(mediaType = ExportFormat.CSV_TYPE),
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = RecordedCommitment.class)) })
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> list(
            @Parameter(description = "Only of this party, by slug") @QueryParam("party") String party,
            @Parameter(description = "Only those in this state, as of today or of knownBy", schema = @Schema(implementation = CommitmentState.class)) @QueryParam("state") String state,
            @BeanParam ListRequest request) {
        RecordSearch search = new RecordSearch()
                .where("r.party = :about", "about", party);
        CommitmentState wanted = Terms.parameter(CommitmentState.class, "state", state);
        return wanted == null ? exchange.list(null, search, request)
                : exchange.list(null, search, request,
                        new DerivedCondition<>("state=" + state, view -> wanted == view.state()));
    }

    @POST
    @Path("/import")
    @Blocking
    @RolesAllowed({ Role.ANALYST, Role.ADMIN })
    @Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
    @Produces(BulkImport.MEDIA_TYPE)
    @Operation(operationId = "importCommitments", summary = "Import many commitments", description = RowImports.TEXT)
    @APIResponse(responseCode = "200", description = RowImports.RESULTS, content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importRows(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(description = RowImports.MODE) @QueryParam("mode") String mode,
            @RequestBody(required = true, content = {
                    @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = Commitment.class)),
                    @Content(mediaType = BulkFormat.CSV_TYPE) }) InputStream body) {
        return exchange.importRows(body, contentType, mode, caller.get());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readCommitment", summary = "Read a commitment")
    @APIResponse(responseCode = "200", description = "The commitment", content = @Content(schema = @Schema(implementation = RecordedCommitment.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> read(@PathParam("id") String id,
            @Parameter(description = "Its state as of this day (YYYY-MM-DD); today unless given") @QueryParam("knownBy") String knownBy,
            @Parameter(description = ApiText.AS_OF) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam("If-None-Match") String ifNoneMatch) {
        return keeping.read(null, RecordAddress.id(id), Clocks.of(knownBy, asOf))
                .map(view -> RecordAnswers.record(view, ifNoneMatch));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCommitment", summary = "Create a commitment")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RecordedCommitment.class)))
    public Uni<Response> create(
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Commitment.class))) byte[] body) {
        return keeping.create(caller.get(), null, body, idempotencyKey).map(Answer::toResponse);
    }

    @PUT
    @Path("/{id}")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCommitmentAs", summary = "Create a commitment under an id of the client's")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RecordedCommitment.class)))
    public Uni<Response> createAs(@PathParam("id") String id,
            @Parameter(description = ApiText.CREATE_ONLY) @HeaderParam("If-None-Match") String ifNoneMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Commitment.class))) byte[] body) {
        UUID chosen = RecordAddress.id(id);
        return keeping.createAs(caller.get(), null, content -> chosen, ifNoneMatch, body).map(Answer::toResponse);
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes(ApiText.MERGE_PATCH)
    @Operation(operationId = "changeCommitment", summary = "Change a commitment by a merge patch (RFC 7396)")
    @APIResponse(responseCode = "200", description = "The commitment after the change", content = @Content(schema = @Schema(implementation = RecordedCommitment.class)))
    public Uni<Response> change(@PathParam("id") String id,
            @Parameter(description = ApiText.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Commitment.class))) byte[] patch) {
        return keeping.change(caller.get(), null, RecordAddress.id(id), ifMatch, patch)
                .map(view -> RecordAnswers.record(view, null));
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listCommitmentRevisions", summary = "Read the history of a commitment", description = ApiText.REVISIONS)
    @APIResponse(responseCode = "200", description = "A page of revisions", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> revisions(@PathParam("id") String id,
            @BeanParam RevisionParameters asked, @Context UriInfo uri) {
        return history.revisions(caller.get(), null, RecordAddress.id(id), asked, uri);
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listCommitmentChanges", summary = "Follow the changes of commitments, in one total order", description = ApiText.CHANGES)
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
    @Followed(CommitmentRecords.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return history.follow(caller.get(), after, lastEventId, sse);
    }
}
