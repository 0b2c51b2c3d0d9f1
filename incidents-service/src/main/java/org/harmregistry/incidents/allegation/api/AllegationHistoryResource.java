package org.harmregistry.incidents.allegation.api;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

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
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.PageRequest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What was changed, in one allegation and in all. */
@Path("/allegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allegation history", description = "Revisions of one allegation, and the feed of all changes.")
public class AllegationHistoryResource {

    private final Allegations allegations;
    private final ChangeFeed feed;
    private final UnitOfWork unitOfWork;
    private final CurrentCaller current;

    public AllegationHistoryResource(Allegations allegations, ChangeFeed feed, UnitOfWork unitOfWork, CurrentCaller current) {
        this.allegations = allegations;
        this.feed = feed;
        this.unitOfWork = unitOfWork;
        this.current = current;
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listAllegationRevisions", summary = "Read an allegation's history", description = "For analysts, publishers and "
            + "admins: the whole record after each change with its transitions, by whom, when and why.")
    @APIResponse(responseCode = "200", description = "The revisions, the oldest first.", content = @Content(schema = @Schema(implementation = AllegationRevisionsResponse.class)))
    public Uni<AllegationRevisionsResponse> revisions(@PathParam("id") String id) {
        Caller caller = current.get();
        UUID wanted = RecordAddress.id(id);
        return unitOfWork.run(session -> allegations.revisions(session, caller, wanted)).map(AllegationRevisionsResponse::new);
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listAllegationChanges", summary = "Follow the changes of allegations, in one total order")
    public Uni<ChangePage> changes(@QueryParam("limit") @Parameter(description = ApiText.LIMIT) String limit,
            @QueryParam("after") @Parameter(description = "Cursor to go on from (page.next)") String after) {
        return feed.read(AllegationWriting.COLLECTION, current.get(), PageRequest.of(limit, after));
    }
}
