package org.harmregistry.sources.citation.api;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionParameters;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.citation.domain.Citation;
import org.harmregistry.sources.citation.domain.CitationAccess;
import org.harmregistry.sources.citation.domain.CitationChanges;
import org.harmregistry.sources.citation.domain.CitationRegister;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What a citation was before, and that it is taken back. */
@Path("/citations")
@Produces("application/json")
@Authenticated
@Tag(name = "citations")
public class CitationHistoryResource {

    private final CurrentCaller caller;
    private final JsonReading json;
    private final CitationChanges changes;
    private final CitationRegister register;

    CitationHistoryResource(CurrentCaller caller, JsonReading json, CitationChanges changes, CitationRegister register) {
        this.caller = caller;
        this.json = json;
        this.changes = changes;
        this.register = register;
    }

    @POST
    @Path("/{id}/retraction")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "retractCitation", summary = "Take a citation back", description = "With a reason and If-Match, by "
            + "who may change the source. The citation stays readable and is counted nowhere; the same passage can be cited "
            + "anew. 409 conflict_with_state if it was retracted already.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RetractionRequest.class)))
    @APIResponse(responseCode = "200", description = "The citation as it stands now.", content = @Content(schema = @Schema(implementation = CitationResponse.class)))
    public Uni<Response> retractCitation(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key, byte[] body) {
        Caller by = caller.get();
        UUID citation = RecordAddress.id(id);
        Supplier<String> reason = () -> json.read(body, RetractionRequest.class).reason();
        IdempotentCall call = IdempotentCall.of(by, "retractCitation " + citation, key, body);
        return changes.retract(call, citation, ifMatch, reason, retracted -> answer(retracted, by)).map(Answer::toResponse);
    }

    @GET
    @Path("/{id}/revisions")
    @Authenticated
    @Operation(operationId = "listCitationRevisions", summary = "Read the history of a citation", description = "For analysts, "
            + "publishers and admins, and for contributors of the citation's organisation.")
    @APIResponse(responseCode = "200", description = "A page of revisions, the oldest first.", content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> listCitationRevisions(@PathParam("id") String id, @BeanParam RevisionParameters asked,
            @Context UriInfo uri) {
        return register.revisions(caller.get(), RecordAddress.id(id), asked.request())
                .map(found -> Revisions.answer(found, asked.ifNoneMatch(), uri));
    }

    private Answer answer(Citation citation, Caller by) {
        return new Answer(200, null, CitationAccess.tag(citation, by),
                json.tree(CitationResponse.from(citation, by)).toString());
    }
}
