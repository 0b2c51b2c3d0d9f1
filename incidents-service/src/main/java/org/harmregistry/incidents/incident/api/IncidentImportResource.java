package org.harmregistry.incidents.incident.api;

import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.IncidentImport;
import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.bulk.BulkMode;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;

import io.smallrye.common.annotation.Blocking;

/** Taking incidents over from other systems. */
@Path("/incidents/import")
@Produces(BulkImport.MEDIA_TYPE)
@Consumes(BulkImport.MEDIA_TYPE)
@Tag(name = "Incidents")
public class IncidentImportResource {

    private final IncidentImport incidents;
    private final BulkImport bulk;
    private final CurrentCaller current;

    public IncidentImportResource(IncidentImport incidents, BulkImport bulk, CurrentCaller current) {
        this.incidents = incidents;
        this.bulk = bulk;
        this.current = current;
    }

    @POST
    @Blocking
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST, Role.PUBLISHER })
    @Operation(operationId = "importIncidents", summary = "Import many incidents", description = "One JSON object a line, of at most 64 KiB, "
            + "matched by its external ids within the caller's organisation. A row may also carry status (draft, submitted; accepted "
            + "from a publisher) and, from a publisher, publication. One result a line: created, updated, unchanged or refused. "
            + "A bad row never stops the good ones; the whole can be sent again.")
    @APIResponse(responseCode = "200", description = "One result per row, in the order of the rows.", content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importRows(
            @QueryParam("mode") @Parameter(description = "upsert (the default), or validate to write nothing.") String mode,
            @RequestBody(required = true, content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = IncidentContent.class))) InputStream body) {
        Caller caller = current.get();
        return bulk.run(body, BulkMode.of(mode), incidents.of(caller));
    }
}
