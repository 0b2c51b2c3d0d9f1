package org.harmregistry.sources.retrieval.api;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.retrieval.domain.SourceRetrieval;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Fetches a source's page from the web into its attachments. */
@Path("/sources/{id}/retrieval")
@Produces("application/json")
@Tag(name = "attachments")
public class RetrievalResource {

    private final CurrentCaller caller;
    private final JsonReading json;
    private final SourceRetrieval retrieval;

    RetrievalResource(CurrentCaller caller, JsonReading json, SourceRetrieval retrieval) {
        this.caller = caller;
        this.json = json;
        this.retrieval = retrieval;
    }

    @POST
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "retrieveSource", summary = "Fetch a source's page from the web", description = "By an analyst or "
            + "publisher. Off unless the operator switches it on: 409 fetching_is_off. By GET, without credentials, over http or "
            + "https, at most five redirects, bounded in size and time. Only addresses of the public internet are reached: 422 "
            + "address_not_allowed, whatever the reason. 422 page_not_fetched if the server answers with no page. The bytes become an "
            + "attachment, and the custody log says when and from where they were collected; the same content again gives "
            + "200 with the attachment that is there.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RetrievalRequest.class)))
    @APIResponse(responseCode = "201", description = "Fetched and kept.", content = @Content(schema = @Schema(implementation = RetrievalResponse.class)))
    @APIResponse(responseCode = "200", description = "Fetched; the source had this content before.", content = @Content(schema = @Schema(implementation = RetrievalResponse.class)))
    public Uni<Response> retrieveSource(@PathParam("id") String id, byte[] body) {
        Caller by = caller.get();
        UUID source = RecordAddress.id(id);
        return retrieval.retrieve(by, source, () -> json.read(body, RetrievalRequest.class).url())
                .map(kept -> Response.status(kept.made() ? 201 : 200)
                        .header("Location", RecordAddress.of("sources", source) + "/attachments/" + kept.attachment())
                        .entity(RetrievalResponse.from(source, kept)).build());
    }
}
