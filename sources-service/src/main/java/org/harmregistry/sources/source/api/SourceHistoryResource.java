package org.harmregistry.sources.source.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.source.domain.SourceJournal;
import org.harmregistry.sources.source.domain.SourceRegister;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What happened to sources, and which may be the same. */
@Path("/sources")
@Produces("application/json")
@Tag(name = "sources")
public class SourceHistoryResource {

    private final CurrentCaller caller;
    private final SourceRegister register;
    private final ChangeFeed feed;

    SourceHistoryResource(CurrentCaller caller, SourceRegister register, ChangeFeed feed) {
        this.caller = caller;
        this.register = register;
        this.feed = feed;
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listSourceChanges", summary = "Follow the changes of sources", description = "One order in which "
            + "nothing ever appears before a position already handed out. page.next is always there, to go on with later. A "
            + "source that leaves the reader's sight is a tombstone. 410 cursor_expired if the feed has begun anew.")
    @APIResponse(responseCode = "200", description = "Changes behind the cursor.", content = @Content(schema = @Schema(implementation = ChangePage.class)))
    public Uni<ChangePage> listSourceChanges(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        return feed.read(SourceJournal.COLLECTION, caller.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listSourceRevisions", summary = "Read the history of a source", description = "For analysts, "
            + "publishers and admins, and for contributors of the source's organisation.")
    @APIResponse(responseCode = "200", description = "All revisions.", content = @Content(schema = @Schema(implementation = SourceLists.Revisions.class)))
    public Uni<SourceLists.Revisions> listSourceRevisions(@PathParam("id") String id) {
        return register.revisions(caller.get(), RecordAddress.id(id)).map(SourceLists.Revisions::of);
    }

    @GET
    @Path("/{id}/duplicates")
    @PermitAll
    @Operation(operationId = "listSourceDuplicates", summary = "Name possible duplicates of a source", description = "Sources "
            + "with the same canonical key that the reader may see, at most 50. They are named with a score and never merged by "
            + "machine.")
    @APIResponse(responseCode = "200", description = "The duplicates.", content = @Content(schema = @Schema(implementation = SourceLists.Duplicates.class)))
    public Uni<SourceLists.Duplicates> listSourceDuplicates(@PathParam("id") String id) {
        return register.duplicates(caller.get(), RecordAddress.id(id)).map(SourceLists.Duplicates::of);
    }
}
