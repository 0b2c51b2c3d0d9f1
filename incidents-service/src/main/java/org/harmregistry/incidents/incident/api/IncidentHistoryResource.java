package org.harmregistry.incidents.incident.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.incident.domain.IncidentWriting;
import org.harmregistry.incidents.incident.domain.Incidents;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.PageRequest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What was changed, in one record and in all. */
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incident history", description = "Revisions of one record, and the feed of all changes.")
public class IncidentHistoryResource {

    private final Incidents incidents;
    private final ChangeFeed feed;
    private final UnitOfWork unitOfWork;
    private final CurrentCaller current;

    public IncidentHistoryResource(Incidents incidents, ChangeFeed feed, UnitOfWork unitOfWork, CurrentCaller current) {
        this.incidents = incidents;
        this.feed = feed;
        this.unitOfWork = unitOfWork;
        this.current = current;
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listIncidentRevisions", summary = "Read a record's history", description = "For analysts, and for the record's "
            + "own organisation: the whole record after each change, by whom, when and why.")
    public Uni<RevisionListResponse> revisions(@PathParam("id") String id) {
        Caller caller = current.get();
        return unitOfWork.run(session -> incidents.revisions(session, caller, id)).map(RevisionListResponse::new);
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listIncidentChanges", summary = "Follow all changes", description = "One total order in which nothing ever "
            + "appears before a position already handed out. A record that leaves the caller's sight is a tombstone.")
    public Uni<ChangePage> changes(
            @QueryParam("after") @Parameter(description = "Cursor from page.next; absent to begin.") String after,
            @QueryParam("limit") @Parameter(description = "Items on a page, 1 to 200; 50 by default.") String limit) {
        return feed.read(IncidentWriting.COLLECTION, current.get(), PageRequest.of(limit, after));
    }
}
