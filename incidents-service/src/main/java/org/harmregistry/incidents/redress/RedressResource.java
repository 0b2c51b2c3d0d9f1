package org.harmregistry.incidents.redress;

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
import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.RecordAnswers;
import org.harmregistry.incidents.record.RecordHistory;
import org.harmregistry.incidents.record.RecordKeeping;
import org.harmregistry.incidents.record.RecordTools;
import org.harmregistry.kit.history.ChangeEntry;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.history.Followed;
import org.harmregistry.kit.history.LiveFeed;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionParameters;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Redress. */
@Path("/redress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "redress", description = "What parties offer, pay or refuse for harm. Read by whoever may see the incident and the allegation that it "
        + "is for; analysts and admins write.")
public class RedressResource {

    private final RecordTools tools;
    private final Parties parties;
    private final RedressSight sight;
    private final CurrentCaller current;

    public RedressResource(RecordTools tools, Parties parties, RedressSight sight, CurrentCaller current) {
        this.tools = tools;
        this.parties = parties;
        this.sight = sight;
        this.current = current;
    }

    private RedressRecords records() {
        return new RedressRecords(parties, sight, current.get());
    }

    private static RecordedRedress requireVisible(RecordedRedress view) {
        if (!view.visible()) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return view;
    }

    /** Refuses with 404 what the caller may not see today, whatever is done with it. */
    private Uni<RecordedRedress> seen(RecordKeeping<Redress, RedressRow, RecordedRedress> keeping, UUID id) {
        return keeping.read(null, id, Clocks.PRESENT).map(RedressResource::requireVisible);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readRedress", summary = "Read redress")
    @APIResponse(responseCode = "200", description = "The redress", content = @Content(schema = @Schema(implementation = RecordedRedress.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> read(@PathParam("id") String id,
            @Parameter(description = ApiText.AS_OF) @QueryParam("asOf") String asOf,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam("If-None-Match") String ifNoneMatch) {
        Clocks clocks = Clocks.of(null, asOf);
        UUID wanted = RecordAddress.id(id);
        RecordKeeping<Redress, RedressRow, RecordedRedress> keeping = new RecordKeeping<>(tools, records());
        return seen(keeping, wanted)
                .chain(today -> asOf == null ? Uni.createFrom().item(today) : keeping.read(null, wanted, clocks))
                .map(view -> RecordAnswers.record(requireVisible(view), ifNoneMatch));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createRedress", summary = "Record redress")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RecordedRedress.class)))
    public Uni<Response> create(
            @Parameter(description = ApiText.IDEMPOTENCY_KEY) @HeaderParam("Idempotency-Key") String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Redress.class))) byte[] body) {
        return new RecordKeeping<>(tools, records()).create(current.get(), null, body, idempotencyKey).map(Answer::toResponse);
    }

    @PUT
    @Path("/{id}")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createRedressAs", summary = "Record redress under an id of the client's")
    @APIResponse(responseCode = "201", description = ApiText.CREATED, content = @Content(schema = @Schema(implementation = RecordedRedress.class)))
    public Uni<Response> createAs(@PathParam("id") String id,
            @Parameter(description = ApiText.CREATE_ONLY) @HeaderParam("If-None-Match") String ifNoneMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Redress.class))) byte[] body) {
        UUID chosen = RecordAddress.id(id);
        return new RecordKeeping<>(tools, records()).createAs(current.get(), null, content -> chosen, ifNoneMatch, body)
                .map(Answer::toResponse);
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes(ApiText.MERGE_PATCH)
    @Operation(operationId = "changeRedress", summary = "Change redress by a merge patch (RFC 7396)")
    @APIResponse(responseCode = "200", description = "The redress after the change", content = @Content(schema = @Schema(implementation = RecordedRedress.class)))
    public Uni<Response> change(@PathParam("id") String id,
            @Parameter(description = ApiText.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Redress.class))) byte[] patch) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(id);
        RecordKeeping<Redress, RedressRow, RecordedRedress> keeping = new RecordKeeping<>(tools, records());
        return seen(keeping, wanted).chain(today -> keeping.change(caller, null, wanted, ifMatch, patch))
                .map(view -> RecordAnswers.record(view, null));
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listRedressRevisions", summary = "Read the history of redress", description = ApiText.REVISIONS)
    @APIResponse(responseCode = "200", description = "A page of revisions", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> revisions(@PathParam("id") String id,
            @BeanParam RevisionParameters asked, @Context UriInfo uri) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(id);
        RedressRecords records = records();
        return seen(new RecordKeeping<>(tools, records), wanted).chain(today -> new RecordHistory<>(tools, records)
                .revisions(caller, null, wanted, asked, uri));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listRedressChanges", summary = "Follow the changes of redress, in one total order", description = ApiText.CHANGES)
    @APIResponse(responseCode = "200", description = "Changes behind the cursor", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ChangeEntry.class)) })
    public Uni<ChangePage> changes(
            @Parameter(description = ApiText.LIMIT) @QueryParam("limit") String limit,
            @Parameter(description = ApiText.FEED_AFTER) @QueryParam("after") String after) {
        return new RecordHistory<>(tools, records()).changes(current.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Followed(RedressRecords.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return new RecordHistory<>(tools, records()).follow(current.get(), after, lastEventId, sse);
    }
}
