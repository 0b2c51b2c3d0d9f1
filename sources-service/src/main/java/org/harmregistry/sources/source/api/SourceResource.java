package org.harmregistry.sources.source.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.export.Exports;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.OpenedContent;
import org.harmregistry.sources.source.domain.ShownSource;
import org.harmregistry.sources.source.domain.ShownSources;
import org.harmregistry.sources.source.domain.SourceChanges;
import org.harmregistry.sources.source.domain.SourceDraft;
import org.harmregistry.sources.source.domain.SourceExport;
import org.harmregistry.sources.source.domain.SourceFilter;
import org.harmregistry.sources.source.domain.SourceLists;
import org.harmregistry.sources.source.domain.SourceOrder;
import org.harmregistry.sources.source.domain.SourceRegister;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Sources: created, read, listed, changed. */
@Path("/sources")
@Produces("application/json")
@Tag(name = "sources", description = "What was published, said or shown about incidents.")
public class SourceResource {

    private final CurrentCaller caller;
    private final SourceReading reading;
    private final SourceAnswers answers;
    private final SourceRegister register;
    private final SourceChanges changes;
    private final ShownSources shown;
    private final SourceLists lists;
    private final Horizon horizon;
    private final SourceExport export;
    private final Exports exports;

    SourceResource(CurrentCaller caller, SourceReading reading, SourceAnswers answers,
            SourceRegister register, SourceChanges changes, ShownSources shown, SourceLists lists, Horizon horizon,
            SourceExport export,
            Exports exports) {
        this.caller = caller;
        this.reading = reading;
        this.answers = answers;
        this.register = register;
        this.changes = changes;
        this.shown = shown;
        this.lists = lists;
        this.horizon = horizon;
        this.export = export;
        this.exports = exports;
    }

    @POST
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST, Role.PUBLISHER })
    @Consumes("application/json")
    @Operation(operationId = "createSource", summary = "Create a source", description = "A new source is a withheld draft. "
            + "Its texts are stored in the archive first: 503 archive_unavailable if that cannot be done, and nothing is kept "
            + "then. Sources with the same canonical key are named in duplicates, and never merged.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SourceRequest.class)))
    @APIResponse(responseCode = "201", description = "Created.", headers = { @Header(name = "Location"),
            @Header(name = "ETag") }, content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> createSource(@HeaderParam("Idempotency-Key") String key, byte[] body) {
        Caller by = caller.get();
        SourceDraft draft = reading.draft(body);
        return register
                .create(IdempotentCall.of(by, "createSource", key, body), draft, registered -> answers.created(registered, by))
                .map(Answer::toResponse);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST, Role.PUBLISHER })
    @Consumes("application/json")
    @Operation(operationId = "createSourceAs", summary = "Create a source under an id of one's own", description = "Needs "
            + "If-None-Match: * (428). 412 already_created if the same caller sent the same body before, 412 id_taken for another "
            + "body, 409 id_not_available for an id that cannot be used.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SourceRequest.class)))
    @APIResponse(responseCode = "201", description = "Created.", headers = { @Header(name = "Location"),
            @Header(name = "ETag") }, content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> createSourceAs(@PathParam("id") String id, @HeaderParam("If-None-Match") String ifNoneMatch,
            byte[] body) {
        Caller by = caller.get();
        UUID wanted = RecordAddress.id(id);
        SourceDraft draft = reading.draft(body);
        Preconditions.requireCreation(ifNoneMatch);
        return register.createAs(by, wanted, draft, SourceReading.digest(body))
                .map(registered -> answers.created(registered, by).toResponse());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readSource", summary = "Read a source with its texts", description = "If the archive does not "
            + "answer, the words are left out and unavailable is true; a text that no longer has its digest is left out and "
            + "marked content_damaged. Such answers carry no ETag.")
    @APIResponse(responseCode = "200", description = "The source.", headers = @Header(name = "ETag"), content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> readSource(@PathParam("id") String id,
            @QueryParam("asOf") @Parameter(description = AsOf.PARAMETER, schema = @Schema(format = "date-time")) String asOf,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        Caller by = caller.get();
        UUID wanted = RecordAddress.id(id);
        return horizon.effective(AsOf.parameter(asOf)).chain(instant -> shown.get(by, wanted, instant)
                .onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND))
                .chain(source -> answer(source, instant, ifNoneMatch)));
    }

    private Uni<Response> answer(ShownSource source, Instant asOf, String ifNoneMatch) {
        if (!source.hasTexts() || Preconditions.isNotModified(ifNoneMatch, source.tag())) {
            return Uni.createFrom().item(Answers.record(source.json(asOf), source.tag(), ifNoneMatch));
        }
        OpenedContent content = source.opened();
        return register.words(content.digests())
                .map(words -> answers.withWords(source, content, words, asOf));
    }

    @GET
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listSources", summary = "List or export sources", description = "A filter that is not known is refused, never ignored. "
            + "Texts are named by digest only. As CSV or NDJSON the whole filtered set is streamed, in no particular order and "
            + "from one state of the register; an import takes its rows back and answers unchanged.")
    @APIResponse(responseCode = "200", description = "A page of sources, or all of them.", headers = { @Header(name = "ETag"),
            @Header(name = "Link") }, content = {
                    @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = SourceListResponses.Sources.class)),
                    @Content(mediaType = ExportFormat.CSV_TYPE),
                    @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = SourceResponse.class)) })
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> listSources(@BeanParam SourceQuery query,
            @QueryParam("sort") @Parameter(description = "id (the default), publishedOn, recordedAt or updatedAt; with a minus in front the other way round.") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @QueryParam("count") @Parameter(description = "exact, to be told how many there are.") String count,
            @QueryParam("format") @Parameter(description = "json (the default), csv or ndjson; without it the Accept header "
                    + "decides. csv and ndjson take no sort, limit, after or count.") String format,
            @HeaderParam("If-None-Match") String ifNoneMatch, @Context HttpHeaders headers, @Context UriInfo uri) {
        Caller by = caller.get();
        ExportFormat wanted = ExportFormat.asked(format, headers, ExportFormat.JSON, ExportFormat.CSV, ExportFormat.NDJSON);
        if (wanted != ExportFormat.JSON) {
            List.of("sort", "limit", "after", "count").forEach(name -> SourceQuery.requireNone(name, uri));
            SourceFilter today = query.filter();
            return horizon.effective(query.asOf())
                    .chain(asOf -> exports.answer(export.of(by, today.at(asOf), wanted), ifNoneMatch));
        }
        boolean counted = PageRequest.isCounted(count);
        PageRequest page = PageRequest.of(limit, after);
        SourceFilter today = query.filter();
        SourceOrder order = SourceOrder.of(sort);
        return horizon.effective(query.asOf()).chain(asOf -> lists.list(by, today.at(asOf), order, page, counted)
                .map(list -> answers.list(list, asOf, ifNoneMatch, uri)));
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "changeSource", summary = "Change a source", description = "JSON merge patch (RFC 7396) with "
            + "If-Match. A contributor changes drafts of its own organisation, analysts and publishers change all.")
    @RequestBody(required = true, content = @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = SourceRequest.class)))
    @APIResponse(responseCode = "200", description = "The source as it stands now, texts by digest.", headers = @Header(name = "ETag"), content = @Content(schema = @Schema(implementation = SourceResponse.class)))
    public Uni<Response> changeSource(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, byte[] body) {
        Caller by = caller.get();
        return changes.change(by, RecordAddress.id(id), ifMatch, source -> reading.patched(source, body))
                .map(source -> answers.changed(source, by).toResponse());
    }
}
