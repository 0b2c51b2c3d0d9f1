package org.harmregistry.incidents.allegation.api;

import java.util.UUID;

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
import org.harmregistry.incidents.allegation.domain.AllegationWriting;
import org.harmregistry.incidents.allegation.domain.Allegations;
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
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.PageRequest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What was changed, in one allegation and in all. */
@Path("/allegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allegation history", description = "Revisions of one allegation, and the feed of all changes.")
public class AllegationHistoryResource {

    private final Allegations allegations;
    private final ChangeFeed feed;
    private final LiveFeed live;
    private final UnitOfWork unitOfWork;
    private final CurrentCaller current;
    private final Revisions revisions;

    public AllegationHistoryResource(Allegations allegations, ChangeFeed feed, LiveFeed live, UnitOfWork unitOfWork,
            CurrentCaller current, Revisions revisions) {
        this.allegations = allegations;
        this.feed = feed;
        this.live = live;
        this.unitOfWork = unitOfWork;
        this.current = current;
        this.revisions = revisions;
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listAllegationRevisions", summary = "Read an allegation's history", description = ApiText.REVISIONS
            + " The snapshots hold the transitions that stood.")
    @APIResponse(responseCode = "200", description = "A page of revisions.", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> revisions(@PathParam("id") String id,
            @BeanParam RevisionParameters asked, @Context UriInfo uri) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(id);
        return revisions.effective(asked.request())
                .chain(request -> unitOfWork.run(session -> allegations.revisions(session, caller, wanted, request)))
                .map(found -> Revisions.answer(found, asked.ifNoneMatch(), uri));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listAllegationChanges", summary = "Follow the changes of allegations, in one total order", description = ApiText.CHANGES
            + " An allegation that leaves the caller's sight, by itself or with its incident, is a tombstone.")
    @APIResponse(responseCode = "200", description = "Changes behind the cursor.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ChangeEntry.class)) })
    public Uni<ChangePage> changes(@QueryParam("limit") @Parameter(description = ApiText.LIMIT) String limit,
            @QueryParam("after") @Parameter(description = ApiText.FEED_AFTER) String after) {
        return feed.read(AllegationWriting.COLLECTION, current.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Followed(AllegationWriting.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return live.follow(AllegationWriting.COLLECTION, current.get(), after, lastEventId, sse);
    }
}
