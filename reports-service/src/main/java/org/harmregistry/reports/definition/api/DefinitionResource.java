package org.harmregistry.reports.definition.api;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.StoredDefinition;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Definitions of reports over HTTP. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "Definitions of reports: what is published, from which records, for which periods.")
public class DefinitionResource {

    private static final String BINDING = "reports";
    private static final String BODY = "Required: slug (only in POST; a-z, 0-9 and single hyphens, at most 100), template, title (at "
            + "most 300 characters) and periods (1 to 600). languages is [en] unless given. acknowledgement_gap and "
            + "civilian_casualty_report need filter.party; the latter takes months only, and no case. field_investigation takes report, article and letter of a case; "
            + "with filter.party it shows what was asked of that party alone. incident_dossier is for "
            + "filter.party about filter.incident alone. period_overview counts all "
            + "records that the filter leaves, takes no case, and periods of fewer than 520 weeks. A schedule may stand in place "
            + "of the periods.";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Definitions definitions;
    private final CurrentCaller caller;
    private final CursorCodec cursors;
    private final JsonReading json;

    public DefinitionResource(Definitions definitions, CurrentCaller caller, CursorCodec cursors, JsonReading json) {
        this.definitions = definitions;
        this.caller = caller;
        this.cursors = cursors;
        this.json = json;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listReports", summary = "List the definitions, in the order of their slugs")
    @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = DefinitionPage.class)))
    @APIResponse(responseCode = "304", description = "You hold this page")
    public Uni<Response> list(@Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, after);
        String slug = after == null ? null : cursors.decode(BINDING, after, 1).get(0);
        return definitions.after(slug, request.limit() + 1).map(rows -> {
            Page<StoredDefinition> page = Page.of(rows, request.limit(),
                    last -> cursors.encode(BINDING, List.of(last.content().slug())));
            String tag = EntityTags.ofList(page.items().stream().map(item -> item.id() + ":" + item.version()));
            return Answers.page(page, page.map(DefinitionView::of), tag, ifNoneMatch, uri);
        });
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    @Operation(operationId = "getReport", summary = "Read one definition")
    @APIResponse(responseCode = "200", description = "The definition", content = @Content(schema = @Schema(implementation = DefinitionView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version")
    public Uni<Response> get(@PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return definitions.get(slug).map(found -> Answers.record(DefinitionView.of(found), Definitions.tag(found.version()),
                ifNoneMatch));
    }

    @PUT
    @Path("/{slug}")
    @RolesAllowed(Role.PUBLISHER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createReportWithSlug", summary = "Store a definition under a slug of your own", description = "Only creates: send If-None-Match: *. Its listed periods are due at once.")
    @RequestBody(required = true, description = BODY, content = @Content(schema = @Schema(implementation = DefinitionContent.class)))
    @APIResponse(responseCode = "201", description = "Stored", content = @Content(schema = @Schema(implementation = DefinitionView.class)))
    public Uni<Response> create(@PathParam("slug") String slug,
            @Parameter(required = true, description = "*") @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Parameter(hidden = true) byte[] body) {
        return definitions.create(caller.get(), slug, body, ifNoneMatch).map(DefinitionResource::created);
    }

    @POST
    @RolesAllowed(Role.PUBLISHER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createReport", summary = "Store a definition", description = "Its listed periods are due at once. A retry with the same Idempotency-Key gets the first answer.")
    @RequestBody(required = true, description = BODY, content = @Content(schema = @Schema(implementation = DefinitionContent.class)))
    @APIResponse(responseCode = "201", description = "Stored", content = @Content(schema = @Schema(implementation = DefinitionView.class)))
    public Uni<Response> create(
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return definitions.create(caller.get(), body, key, stored -> new Answer(201, address(stored),
                Definitions.tag(stored.version()), json.tree(DefinitionView.of(stored)).toString())).map(Answer::toResponse);
    }

    @PATCH
    @Path("/{slug}")
    @Authenticated
    @Consumes(MERGE_PATCH)
    @Operation(operationId = "changeReport", summary = "Change a definition by merge patch", description = "Needs If-Match. Periods that have editions stay. Editions that are out do not change.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DefinitionContent.class)))
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = DefinitionView.class)))
    public Uni<Response> change(@PathParam("slug") String slug,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(hidden = true) byte[] body) {
        return definitions.change(caller.get(), slug, body, ifMatch).map(changed -> Answers.record(DefinitionView.of(changed),
                Definitions.tag(changed.version()), null));
    }

    private static Response created(StoredDefinition stored) {
        return Response.created(URI.create(address(stored))).header(HttpHeaders.ETAG, Definitions.tag(stored.version()))
                .entity(DefinitionView.of(stored)).build();
    }

    private static String address(StoredDefinition stored) {
        return "/api/v1/reports/" + stored.content().slug();
    }
}
