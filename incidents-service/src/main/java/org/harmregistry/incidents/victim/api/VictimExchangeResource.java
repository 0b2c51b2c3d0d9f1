package org.harmregistry.incidents.victim.api;

import java.io.InputStream;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.exchange.ExportAnswers;
import org.harmregistry.incidents.exchange.RowImports;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.victim.domain.VictimColumns;
import org.harmregistry.incidents.victim.domain.VictimContent;
import org.harmregistry.incidents.victim.domain.VictimExport;
import org.harmregistry.incidents.victim.domain.VictimImport;
import org.harmregistry.incidents.victim.domain.VictimWriting;
import org.harmregistry.kit.bulk.BulkFormat;
import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.history.ChangeEntry;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.history.Followed;
import org.harmregistry.kit.history.LiveFeed;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The victims of many incidents, out and in, and what is changed about them. */
@Path("/incidents/victims")
@Tag(name = "Victims")
public class VictimExchangeResource {

    private final VictimExport export;
    private final VictimImport victims;
    private final ExportAnswers exports;
    private final RowImports imports;
    private final JsonReading json;
    private final ChangeFeed feed;
    private final LiveFeed live;
    private final CurrentCaller current;

    public VictimExchangeResource(VictimExport export, VictimImport victims, ExportAnswers exports, RowImports imports,
            JsonReading json, ChangeFeed feed, LiveFeed live, CurrentCaller current) {
        this.export = export;
        this.victims = victims;
        this.exports = exports;
        this.imports = imports;
        this.json = json;
        this.feed = feed;
        this.live = live;
        this.current = current;
    }

    /** Who may read a name can change without a change of the person, so a copy that is held is never called current. */
    @GET
    @PermitAll
    @Produces({ ExportFormat.NDJSON_TYPE, ExportFormat.CSV_TYPE })
    @Operation(operationId = "exportVictims", summary = "Export the victims of all incidents", description = "Those whom the caller may "
            + "read one by one: analysts and publishers all, an organisation those of its own incidents, everybody else the persons whose "
            + "name a publisher has made public. Streamed from one state of the registry. The registry's own findings are left out. An "
            + "import takes the rows back, and answers unchanged.")
    @APIResponse(responseCode = "200", description = "All of them.", content = {
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = VictimResponse.class)),
            @Content(mediaType = ExportFormat.CSV_TYPE) })
    public Uni<Response> exportAll(
            @Parameter(description = "Only those of this incident, by id") @QueryParam("incident") String incident,
            @Parameter(description = "recorded (the default) or withdrawn.", schema = @Schema(enumeration = { "recorded",
                    "withdrawn" })) @QueryParam("state") String state,
            @Parameter(description = AsOf.PARAMETER) @QueryParam("asOf") String asOf,
            @Parameter(description = "ndjson (the default) or csv; without it the Accept header decides.") @QueryParam("format") String format,
            @Context HttpHeaders headers) {
        Caller caller = current.get();
        ExportFormat wanted = ExportFormat.asked(format, headers, ExportFormat.NDJSON, ExportFormat.CSV);
        UUID only = incident(incident);
        boolean withdrawn = VictimResource.isWithdrawn(state);
        return exports.answer(AsOf.parameter(asOf), null, instant -> Uni.createFrom().item(export.of(caller, only, instant,
                withdrawn, wanted, seen -> json.tree(VictimResponse.of(seen)).toString())));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listVictimChanges", summary = "Follow the changes of victims, in one total order", description = ApiText.CHANGES
            + " It names records, never persons. A person whose name everybody could read is a tombstone once they no longer may.")
    @APIResponse(responseCode = "200", description = "Changes behind the cursor.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ChangeEntry.class)) })
    public Uni<ChangePage> changes(@Parameter(description = ApiText.LIMIT) @QueryParam("limit") String limit,
            @Parameter(description = ApiText.FEED_AFTER) @QueryParam("after") String after) {
        return feed.read(VictimWriting.COLLECTION, current.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Followed(VictimWriting.COLLECTION)
    @Produces(LiveFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return live.follow(VictimWriting.COLLECTION, current.get(), after, lastEventId, sse);
    }

    @POST
    @Path("/import")
    @Blocking
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST })
    @Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
    @Produces(BulkImport.MEDIA_TYPE)
    @Operation(operationId = "importVictims", summary = "Import the victims of many incidents", description = RowImports.TEXT
            + " Each row names its incident, by id or code; the record that speaks for a merged one takes its place. An external id stands "
            + "for one person of an incident, also for one who was withdrawn: a re-run brings nobody back.")
    @APIResponse(responseCode = "200", description = RowImports.RESULTS, content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importRows(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(description = RowImports.MODE) @QueryParam("mode") String mode,
            @RequestBody(required = true, content = {
                    @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = VictimContent.class)),
                    @Content(mediaType = BulkFormat.CSV_TYPE) }) InputStream body) {
        Caller caller = current.get();
        return imports.run(body, contentType, VictimColumns.ALL, mode, caller, victims.of(caller));
    }

    private static UUID incident(String text) {
        try {
            return text == null ? null : RecordAddress.id(text);
        } catch (Failure e) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "incident", "incident is an id, a UUID.");
        }
    }
}
