package org.harmregistry.sources.citation.api;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.citation.domain.Citation;
import org.harmregistry.sources.citation.domain.CitationAccess;
import org.harmregistry.sources.citation.domain.CitationRegister;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The citations of one source. */
@Path("/sources/{id}/citations")
@Produces("application/json")
@Tag(name = "citations")
public class SourceCitationResource {

    private final CurrentCaller caller;
    private final CitationReading reading;
    private final JsonReading json;
    private final CitationRegister register;
    private final CitationPages pages;

    SourceCitationResource(CurrentCaller caller, CitationReading reading, JsonReading json, CitationRegister register,
            CitationPages pages) {
        this.caller = caller;
        this.reading = reading;
        this.json = json;
        this.register = register;
        this.pages = pages;
    }

    @POST
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "citeSource", summary = "Cite a source for an incident", description = "A contributor cites "
            + "drafts of its own organisation, analysts and publishers cite all. 409 already_cited for the same incident and "
            + "passage. The incident is asked for with the caller's own rights; if incidents-service does not answer in "
            + "time, the citation is taken as unverified and settled later.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CitationRequest.class)))
    @APIResponse(responseCode = "201", description = "Created.", content = @Content(schema = @Schema(implementation = CitationResponse.class)))
    public Uni<Response> citeSource(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        Caller by = caller.get();
        IdempotentCall call = IdempotentCall.of(by, "citeSource " + id, key, body);
        return register
                .cite(call, RecordAddress.id(id), authorization, () -> reading.content(body), citation -> created(citation, by))
                .map(Answer::toResponse);
    }

    @PUT
    @Path("/{citation}")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "citeSourceAs", summary = "Cite a source under an id of one's own", description = "Needs "
            + "If-None-Match: * (428). 412 already_created if the same caller sent the same body before, 412 id_taken for "
            + "another body, 409 already_cited for the same incident and passage under another id.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CitationRequest.class)))
    @APIResponse(responseCode = "201", description = "Created.", content = @Content(schema = @Schema(implementation = CitationResponse.class)))
    public Uni<Response> citeSourceAs(@PathParam("id") String id, @PathParam("citation") String citation,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        Caller by = caller.get();
        return register.citeAs(by, RecordAddress.id(id), RecordAddress.id(citation), ifNoneMatch, authorization,
                () -> reading.content(body),
                () -> CitationReading.digest(body)).map(made -> created(made, by).toResponse());
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSourceCitations", summary = "List the citations of a source", description = "In the order of "
            + "ids.")
    @APIResponse(responseCode = "200", description = "A page of citations.", content = @Content(schema = @Schema(implementation = CitationPages.Citations.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> listSourceCitations(@PathParam("id") String id, @QueryParam("limit") String limit,
            @QueryParam("after") String after, @HeaderParam("If-None-Match") String ifNoneMatch, @Context UriInfo uri) {
        Caller by = caller.get();
        UUID source = RecordAddress.id(id);
        PageRequest page = PageRequest.of(limit, after);
        return pages.answer("citations of source " + source, by, page, ifNoneMatch, uri,
                behind -> register.listOf(by, source, behind, page.limit()));
    }

    private Answer created(Citation citation, Caller by) {
        return new Answer(201, RecordAddress.of("citations", citation.id()), CitationAccess.tag(citation, by),
                json.tree(CitationResponse.from(citation, by)).toString());
    }
}
