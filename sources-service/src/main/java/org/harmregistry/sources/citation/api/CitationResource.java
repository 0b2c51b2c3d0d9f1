package org.harmregistry.sources.citation.api;

import java.io.InputStream;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

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
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.export.Exports;
import org.harmregistry.kit.history.ChangeEntry;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.history.Followed;
import org.harmregistry.kit.history.LiveFeed;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.citation.domain.CitationAccess;
import org.harmregistry.sources.citation.domain.CitationChanges;
import org.harmregistry.sources.citation.domain.CitationColumns;
import org.harmregistry.sources.citation.domain.CitationExport;
import org.harmregistry.sources.citation.domain.CitationFilter;
import org.harmregistry.sources.citation.domain.CitationImport;
import org.harmregistry.sources.citation.domain.CitationJournal;
import org.harmregistry.sources.citation.domain.CitationRegister;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Citations across sources: of one incident, one by one, in bulk, as they change. */
@Path("/citations")
@Tag(name = "citations", description = "Which source is named for which incident.")
public class CitationResource {

    private final CurrentCaller caller;
    private final CitationRegister register;
    private final CitationChanges changes;
    private final CitationImport citations;
    private final CitationReading reading;
    private final CitationPages pages;
    private final BulkImport bulk;
    private final CitationExport export;
    private final Exports exports;
    private final ChangeFeed feed;
    private final LiveFeed live;

    CitationResource(CurrentCaller caller, CitationRegister register, CitationChanges changes, CitationImport citations,
            CitationReading reading, CitationPages pages, BulkImport bulk, CitationExport export, Exports exports,
            ChangeFeed feed, LiveFeed live) {
        this.caller = caller;
        this.register = register;
        this.changes = changes;
        this.citations = citations;
        this.reading = reading;
        this.pages = pages;
        this.bulk = bulk;
        this.export = export;
        this.exports = exports;
        this.feed = feed;
        this.live = live;
    }

    @GET
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listCitations", summary = "List or export citations", description = "Pages are in the order of "
            + "ids. What was retracted is left out unless it is asked for. As CSV or NDJSON the whole filtered set is streamed "
            + "from one state of the register; an import takes its rows back and answers unchanged.")
    @APIResponse(responseCode = "200", description = "A page of citations, or all of them.", content = {
            @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = CitationPages.Citations.class)),
            @Content(mediaType = ExportFormat.CSV_TYPE),
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = CitationResponse.class)) })
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> listCitations(@BeanParam CitationQuery query, @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @QueryParam("format") @Parameter(description = "json (the default), csv or ndjson; without it the Accept header "
                    + "decides. csv and ndjson take no limit or after.") String format,
            @HeaderParam("If-None-Match") String ifNoneMatch, @Context HttpHeaders headers, @Context UriInfo uri) {
        Caller by = caller.get();
        CitationFilter filter = query.filter();
        ExportFormat wanted = ExportFormat.asked(format, headers, ExportFormat.JSON, ExportFormat.CSV, ExportFormat.NDJSON);
        if (wanted != ExportFormat.JSON) {
            List.of("limit", "after").forEach(name -> CitationQuery.requireNone(name, uri));
            return exports.answer(export.of(by, filter, wanted), ifNoneMatch);
        }
        PageRequest page = PageRequest.of(limit, after);
        return pages.answer(query.question(), by, page, ifNoneMatch, uri,
                behind -> register.list(by, filter, behind, page.limit()));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Produces("application/json")
    @Operation(operationId = "readCitation", summary = "Read a citation")
    @APIResponse(responseCode = "200", description = "The citation.", content = @Content(schema = @Schema(implementation = CitationResponse.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> readCitation(@PathParam("id") String id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        Caller by = caller.get();
        return register.read(by, RecordAddress.id(id)).map(citation -> Answers.record(CitationResponse.from(citation, by),
                CitationAccess.tag(citation, by), ifNoneMatch));
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes("application/merge-patch+json")
    @Produces("application/json")
    @Operation(operationId = "changeCitation", summary = "Change a citation", description = "JSON merge patch (RFC 7396) with "
            + "If-Match. Who may change the source may change its citations. 409 already_cited if the source is cited for that "
            + "incident and passage by another one.")
    @RequestBody(required = true, content = @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = CitationRequest.class)))
    @APIResponse(responseCode = "200", description = "The citation as it stands now.", content = @Content(schema = @Schema(implementation = CitationResponse.class)))
    public Uni<Response> changeCitation(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, byte[] body) {
        Caller by = caller.get();
        return changes.change(by, RecordAddress.id(id), ifMatch, citation -> reading.patched(citation, body))
                .map(citation -> Answers.record(CitationResponse.from(citation, by), CitationAccess.tag(citation, by), null));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Produces("application/json")
    @Operation(operationId = "listCitationChanges", summary = "Follow the changes of citations", description = "As the feed of "
            + "sources. A citation is published and withheld with its source.")
    @APIResponse(responseCode = "200", description = "Changes behind the cursor.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ChangeEntry.class)) })
    public Uni<ChangePage> listCitationChanges(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        return feed.read(CitationJournal.COLLECTION, caller.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Followed(CitationJournal.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> followCitations(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return live.follow(CitationJournal.COLLECTION, caller.get(), after, lastEventId, sse);
    }

    @POST
    @Path("/import")
    @Blocking
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST, Role.PUBLISHER })
    @Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
    @Produces(BulkImport.MEDIA_TYPE)
    @Operation(operationId = "importCitations", summary = "Import citations", description = "One citation a line, matched by "
            + "source, incident and passage. A source that is not there for the importer is refused with 422 source_unknown. A "
            + "bad row never stops the good ones; sending the same again is harmless. A row that differs from "
            + "its last import is refused with 409 changed_by_others where people changed the citation since; so is one that would "
            + "bring back what was retracted. CSV has the columns of the export, any of them in any order. A row with id and "
            + "version was exported: it is matched by its id where the caller sees the whole record, what the registry sets is "
            + "not read, and content other than the present is a correction of that version.")
    @RequestBody(required = true, description = "NDJSON or CSV, 64 KiB a row, no total limit.", content = {
            @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = CitationRow.class)),
            @Content(mediaType = BulkFormat.CSV_TYPE) })
    @APIResponse(responseCode = "200", description = "A result per row, in the order of the rows, one a line.", content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importCitations(@HeaderParam("Content-Type") String contentType,
            @Parameter(description = "validate tells what would be done and does nothing.", schema = @Schema(enumeration = {
                    "upsert", "validate" }, defaultValue = "upsert")) @QueryParam("mode") String mode,
            InputStream body) {
        return bulk.run(body, contentType, CitationColumns.ALL, BulkMode.of(mode),
                citations.by(caller.get(), reading::row));
    }
}
