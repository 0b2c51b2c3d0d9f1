package org.harmregistry.incidents.incident.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.incident.domain.IncidentWriting;
import org.harmregistry.incidents.incident.domain.Incidents;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.ChangeEntry;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.history.Followed;
import org.harmregistry.kit.history.LiveFeed;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionParameters;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.PageRequest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What was changed, in one record and in all. */
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incident history", description = "Revisions of one record, and the feed of all changes.")
public class IncidentHistoryResource {

    private final Incidents incidents;
    private final ChangeFeed feed;
    private final LiveFeed live;
    private final UnitOfWork unitOfWork;
    private final CurrentCaller current;
    private final Revisions revisions;

    public IncidentHistoryResource(Incidents incidents, ChangeFeed feed, LiveFeed live, UnitOfWork unitOfWork,
            CurrentCaller current, Revisions revisions) {
        this.incidents = incidents;
        this.feed = feed;
        this.live = live;
        this.unitOfWork = unitOfWork;
        this.current = current;
        this.revisions = revisions;
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listIncidentRevisions", summary = "Read a record's history", description = "For analysts, and for the record's "
            + "own organisation: the whole record after each change, the oldest first, by whom, when and why, with the old and the "
            + "new values.")
    @APIResponse(responseCode = "200", description = "A page of revisions.", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = "The reader holds this page already.")
    public Uni<Response> revisions(@PathParam("id") String id,
            @BeanParam RevisionParameters asked, @Context UriInfo uri) {
        Caller caller = current.get();
        return revisions.effective(asked.request())
                .chain(request -> unitOfWork.run(session -> incidents.revisions(session, caller, id, request)))
                .map(found -> Revisions.answer(found, asked.ifNoneMatch(), uri));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listIncidentChanges", summary = "Follow all changes", description = ApiText.CHANGES
            + " A record that leaves the caller's sight is a tombstone.")
    @APIResponse(responseCode = "200", description = "Changes behind the cursor.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ChangeEntry.class)) })
    public Uni<ChangePage> changes(
            @QueryParam("after") @Parameter(description = ApiText.FEED_AFTER) String after,
            @QueryParam("limit") @Parameter(description = ApiText.LIMIT) String limit) {
        return feed.read(IncidentWriting.COLLECTION, current.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Followed(IncidentWriting.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return live.follow(IncidentWriting.COLLECTION, current.get(), after, lastEventId, sse);
    }
}
