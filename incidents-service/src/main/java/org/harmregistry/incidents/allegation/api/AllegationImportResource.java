package org.harmregistry.incidents.allegation.api;

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
import org.harmregistry.incidents.allegation.domain.AllegationColumns;
import org.harmregistry.incidents.allegation.domain.AllegationContent;
import org.harmregistry.incidents.allegation.domain.AllegationImport;
import org.harmregistry.incidents.exchange.RowImports;
import org.harmregistry.kit.bulk.BulkFormat;
import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;

import io.smallrye.common.annotation.Blocking;

/** Taking allegations over from other systems. */
@Path("/allegations/import")
@Produces(BulkImport.MEDIA_TYPE)
@Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
@Tag(name = "Allegations")
public class AllegationImportResource {

    private final AllegationImport allegations;
    private final RowImports imports;
    private final CurrentCaller current;

    public AllegationImportResource(AllegationImport allegations, RowImports imports, CurrentCaller current) {
        this.allegations = allegations;
        this.imports = imports;
        this.current = current;
    }

    @POST
    @Blocking
    @RolesAllowed(Role.ANALYST)
    @Operation(operationId = "importAllegations", summary = "Import many allegations", description = RowImports.TEXT
            + " Beside what an allegation is created with, a row may hold transitions: those that stand, in any order, which must make a "
            + "legal path from receivedOn on. New ones are recorded; a row that leaves out or alters one that stands is refused with 409 "
            + "transition_stands. New allegations are withheld.")
    @APIResponse(responseCode = "200", description = RowImports.RESULTS, content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importRows(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @QueryParam("mode") @Parameter(description = RowImports.MODE) String mode,
            @RequestBody(required = true, content = {
                    @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = AllegationContent.class)),
                    @Content(mediaType = BulkFormat.CSV_TYPE) }) InputStream body) {
        Caller caller = current.get();
        return imports.run(body, contentType, AllegationColumns.ALL, mode, caller, allegations.of(caller));
    }
}
