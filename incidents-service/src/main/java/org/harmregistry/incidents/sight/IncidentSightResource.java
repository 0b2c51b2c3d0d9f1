package org.harmregistry.incidents.sight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** What a service of the registry needs to know of an incident that is named to it. */
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class IncidentSightResource {

    private final IncidentSights sights;

    IncidentSightResource(IncidentSights sights) {
        this.sights = sights;
    }

    @GET
    @Path("/{id}/sight")
    @RolesAllowed({ Role.SERVICE, Role.ANALYST, Role.PUBLISHER, Role.ADMIN })
    @Operation(operationId = "readIncidentSight", summary = "Ask for whom an incident is there", description = "For services of the "
            + "registry, which settle by it what their own readers are told, and for who reads everything. By id.")
    @APIResponse(responseCode = "200", description = "It is there.", content = @Content(schema = @Schema(implementation = IncidentSightResponse.class)))
    public Uni<Response> readIncidentSight(@PathParam("id") String id) {
        return sights.of(RecordAddress.id(id)).onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND))
                .map(sight -> Response.ok(sight).header("Cache-Control", "no-store").build());
    }
}
