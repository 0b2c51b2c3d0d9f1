package org.harmregistry.incidents.incident.api;

import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.incident.domain.IncidentColumns;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.IncidentImport;
import org.harmregistry.kit.bulk.BulkFormat;
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
@Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
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
    @Operation(operationId = "importIncidents", summary = "Import many incidents", description = "One JSON object a line, or "
            + "CSV with the columns of the export (any of them, in any order; a second line of HXL tags may be left out); a row has at most 64 KiB. "
            + "It is matched by its external ids within the caller's organisation. A row may also carry status (draft, submitted; accepted "
            + "from a publisher) and, from a publisher, publication and harm.grading: how the data set graded it, which stands until analysts grade. One result a line: created, updated, unchanged or refused. "
            + "A bad row never stops the good ones; the whole can be sent again. "
            + "A row with id and version was exported: it is matched by its id where the caller sees the whole record, what the registry sets is not read, status and "
            + "publication never change by it, and content other than the present is a correction of that version, or refused with "
            + "409 changed_since_import if the record has another version by now.")
    @APIResponse(responseCode = "200", description = "One result per row, in the order of the rows.", content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importRows(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @QueryParam("mode") @Parameter(description = "upsert (the default), or validate to write nothing.") String mode,
            @RequestBody(required = true, content = {
                    @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = IncidentContent.class)),
                    @Content(mediaType = BulkFormat.CSV_TYPE) }) InputStream body) {
        Caller caller = current.get();
        return bulk.run(body, contentType, IncidentColumns.ALL, BulkMode.of(mode), incidents.of(caller));
    }
}
