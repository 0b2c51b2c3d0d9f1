package org.harmregistry.reports.edition.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionHistory;
import org.harmregistry.reports.edition.domain.EditionQuery;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.edition.domain.Verification;
import org.harmregistry.reports.edition.domain.Verifying;

import io.smallrye.mutiny.Uni;

/** Editions over HTTP. */
@Path("/api/v1/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions", description = "What a report said for a period, frozen, and how to check it.")
public class EditionResource {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Editions editions;
    private final Verifying verifying;
    private final ChangeFeed feed;
    private final CurrentCaller caller;
    private final CursorCodec cursors;

    public EditionResource(Editions editions, Verifying verifying, ChangeFeed feed,
            CurrentCaller caller, CursorCodec cursors) {
        this.editions = editions;
        this.verifying = verifying;
        this.feed = feed;
        this.caller = caller;
        this.cursors = cursors;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listEditions", summary = "List editions, the newest first", description = "Everybody sees what is published; analysts, publishers and administrators also see drafts.")
    @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = EditionPage.class)))
    @APIResponse(responseCode = "304", description = "You hold this page")
    public Uni<Response> list(@Parameter(description = "Slug of a report") @QueryParam("report") String report,
            @Parameter(description = "Key of a period") @QueryParam("period") String period,
            @Parameter(description = "draft, gated, published, superseded, withdrawn or abandoned, or several with commas between", example = "published") @QueryParam("status") String status,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context UriInfo uri) {
        Caller reader = caller.get();
        PageRequest request = PageRequest.of(limit, after);
        Set<EditionStatus> statuses = statuses(status);
        String binding = "editions/" + report + "/" + period + "/" + statuses + "/" + reader.readsAll();
        UUID before = after == null ? null : RecordAddress.id(cursors.decode(binding, after, 1).get(0));
        EditionQuery query = new EditionQuery(report, period, statuses, !reader.readsAll(), before, request.limit() + 1);
        return editions.list(query).map(rows -> {
            Page<Edition> page = Page.of(rows, request.limit(),
                    last -> cursors.encode(binding, List.of(last.id().toString())));
            String tag = EntityTags.ofList(page.items().stream().map(item -> item.id() + ":"
                    + (reader.readsAll() ? item.version() : item.publicVersion())));
            return Answers.page(page, page.map(item -> EditionSummary.of(reader, item)), tag, ifNoneMatch, uri);
        });
    }

    private static Set<EditionStatus> statuses(String list) {
        Set<EditionStatus> statuses = new TreeSet<>();
        for (String word : list == null ? new String[0] : list.split(",", -1)) {
            statuses.add(EditionStatus.of(word).orElseThrow(() -> Failure.atParameter(CommonFailure.INVALID_PARAMETER, "status",
                    "One or several of " + Stream.of(EditionStatus.values()).map(EditionStatus::word)
                            .collect(Collectors.joining(", ")) + ".")));
        }
        return statuses;
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(operationId = "listEditionChanges", summary = "Follow the changes of editions in one total order")
    @APIResponse(responseCode = "200", description = "The changes behind the cursor", content = @Content(schema = @Schema(implementation = ChangePage.class)))
    public Uni<ChangePage> changes(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        return feed.read(EditionHistory.COLLECTION, caller.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getEdition", summary = "Read one edition with its figures", description = "Of an edition that was withdrawn everybody reads the reason, and staff all of it.")
    @APIResponse(responseCode = "200", description = "The edition", content = @Content(schema = @Schema(implementation = EditionView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version")
    public Uni<Response> get(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Caller reader = caller.get();
        return editions.get(reader, RecordAddress.id(id)).chain(edition -> editions.findings(reader, edition)
                .map(findings -> Answers.record(EditionView.of(reader, edition, editions.files(edition), findings),
                        Editions.tag(reader, edition), ifNoneMatch)));
    }

    @GET
    @Path("/{id}/files/{format}")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getEditionFile", summary = "Fetch a file of an edition, exactly as it was published", description = "An address names one sequence of bytes: the language is in the address alone, and without one it is "
            + "the edition's first.")
    @APIResponse(responseCode = "200", description = "The file", content = { @Content(mediaType = "text/html"),
            @Content(mediaType = "application/json"), @Content(mediaType = "text/csv"),
            @Content(mediaType = "application/geo+json"), @Content(mediaType = SPREADSHEET),
            @Content(mediaType = "application/pdf") })
    @APIResponse(responseCode = "304", description = "You hold this file")
    @APIResponse(responseCode = "410", description = "edition_withdrawn, with the reason", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Uni<Response> file(@PathParam("id") String id,
            @Parameter(description = "html, pdf, xlsx, csv, geojson or json") @PathParam("format") String format,
            @Parameter(description = "One of the edition's languages; its first unless given") @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return editions.readable(caller.get(), RecordAddress.id(id)).chain(edition -> {
            var file = editions.file(edition, format, language);
            return FrozenAnswers.of(edition.status().isPublic(), file.digest(), file.mediaType(), ifNoneMatch,
                    () -> editions.file(file)).map(answer -> FrozenAnswers.named(answer, edition, file));
        });
    }

    @GET
    @Path("/{id}/records/{digest}")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getEditionRecords", summary = "Fetch a frozen list of the records behind figures", description = "Sorted lines id:version, each ended by a line feed; the SHA-256 of these bytes is the digest.")
    @APIResponse(responseCode = "200", description = "The list", content = @Content(mediaType = "text/plain"))
    @APIResponse(responseCode = "304", description = "You hold this list")
    public Uni<Response> records(@PathParam("id") String id, @PathParam("digest") String digest,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return editions.readable(caller.get(), RecordAddress.id(id)).chain(edition -> editions.records(edition, digest)
                .chain(lines -> FrozenAnswers.of(edition.status().isPublic(), digest, MediaType.TEXT_PLAIN, ifNoneMatch,
                        () -> Uni.createFrom().item(lines))));
    }

    @GET
    @Path("/{id}/verification")
    @PermitAll
    @Operation(operationId = "verifyEdition", summary = "Recompute all digests of an edition", description = "Damage is an answer: matches is false, and what is damaged is named.")
    @APIResponse(responseCode = "200", description = "What was found", content = @Content(schema = @Schema(implementation = Verification.class)))
    public Uni<Response> verify(@PathParam("id") String id) {
        return editions.readable(caller.get(), RecordAddress.id(id)).map(EditionResource::whole).chain(verifying::verify)
                .map(found -> Response.ok(found).header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    private static Edition whole(Edition edition) {
        if (edition.figures() == null) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "A draft has no figures to check yet.");
        }
        return edition;
    }
}
