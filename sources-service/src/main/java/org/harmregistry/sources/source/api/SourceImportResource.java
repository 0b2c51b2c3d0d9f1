package org.harmregistry.sources.source.api;

import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import org.harmregistry.kit.bulk.BulkFormat;
import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.bulk.BulkMode;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.sources.source.domain.SourceColumns;
import org.harmregistry.sources.source.domain.SourceImport;

import io.smallrye.common.annotation.Blocking;

/** Sources in bulk. */
@Path("/sources/import")
@Tag(name = "sources")
public class SourceImportResource {

    private final CurrentCaller caller;
    private final SourceReading reading;
    private final BulkImport bulk;
    private final SourceImport sources;

    SourceImportResource(CurrentCaller caller, SourceReading reading, BulkImport bulk, SourceImport sources) {
        this.caller = caller;
        this.reading = reading;
        this.bulk = bulk;
        this.sources = sources;
    }

    @POST
    @Blocking
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST, Role.PUBLISHER })
    @Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
    @Produces(BulkImport.MEDIA_TYPE)
    @Operation(operationId = "importSources", summary = "Import sources", description = "One source a line, as for "
            + "createSource, matched by its external ids within the importer's organisation. Rows of an analyst or publisher may "
            + "carry status: accepted, those of a publisher publication: public as well. A row is unchanged if it says the same "
            + "as its last import; 409 changed_by_others if others have changed the record since. A bad row never stops the "
            + "good ones; sending the same again is harmless. If the archive or the database goes away in the middle, the answer "
            + "is 503, and the same body can be sent again. CSV has the columns of the export, any of them in any order. A row with id and "
            + "version was exported: it is matched by its id where the caller sees the whole record, what the registry sets is not "
            + "read, status and publication never change by it, and content other than the present is a correction of that "
            + "version, or refused with 409 changed_by_others if the record has another version by now.")
    @RequestBody(required = true, description = "NDJSON or CSV, 64 KiB a row, no total limit.", content = {
            @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = SourceRequest.class)),
            @Content(mediaType = BulkFormat.CSV_TYPE) })
    @APIResponse(responseCode = "200", description = "A result per row, in the order of the rows, one a line.", content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importSources(@HeaderParam("Content-Type") String contentType,
            @Parameter(description = "validate tells what would be done and does nothing.", schema = @Schema(enumeration = {
                    "upsert", "validate" }, defaultValue = "upsert")) @QueryParam("mode") String mode,
            InputStream body) {
        return bulk.run(body, contentType, SourceColumns.ALL, BulkMode.of(mode), sources.by(caller.get(), reading::row));
    }
}
