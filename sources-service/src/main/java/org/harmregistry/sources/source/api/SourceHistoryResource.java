package org.harmregistry.sources.source.api;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.history.ChangeEntry;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.history.Followed;
import org.harmregistry.kit.history.LiveFeed;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionParameters;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.source.domain.SourceJournal;
import org.harmregistry.sources.source.domain.SourceRegister;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What happened to sources, and which may be the same. */
@Path("/sources")
@Produces("application/json")
@Tag(name = "sources")
public class SourceHistoryResource {

    private final CurrentCaller caller;
    private final SourceRegister register;
    private final ChangeFeed feed;
    private final LiveFeed live;

    SourceHistoryResource(CurrentCaller caller, SourceRegister register, ChangeFeed feed, LiveFeed live) {
        this.caller = caller;
        this.register = register;
        this.feed = feed;
        this.live = live;
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listSourceChanges", summary = "Follow the changes of sources", description = "One order in which "
            + "nothing ever appears before a position already handed out. page.next is always there, to go on with later. A "
            + "source that leaves the reader's sight is a tombstone. With Accept: text/event-stream it is followed live: each event's "
            + "id is the cursor behind it, and Last-Event-ID goes on there. 410 cursor_expired if the feed has begun anew or was restored.")
    @APIResponse(responseCode = "200", description = "Changes behind the cursor.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ChangeEntry.class)) })
    public Uni<ChangePage> listSourceChanges(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        return feed.read(SourceJournal.COLLECTION, caller.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Followed(SourceJournal.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> followSources(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return live.follow(SourceJournal.COLLECTION, caller.get(), after, lastEventId, sse);
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listSourceRevisions", summary = "Read the history of a source", description = "For analysts, "
            + "publishers and admins, and for contributors of the source's organisation.")
    @APIResponse(responseCode = "200", description = "A page of revisions, the oldest first.", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> listSourceRevisions(@PathParam("id") String id, @BeanParam RevisionParameters asked,
            @Context UriInfo uri) {
        return register.revisions(caller.get(), RecordAddress.id(id), asked.request())
                .map(found -> Revisions.answer(found, asked.ifNoneMatch(), uri));
    }
}
