package org.harmregistry.sources.witness.api;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.source.domain.Texts;
import org.harmregistry.sources.witness.domain.NameSearch;

import io.smallrye.mutiny.Uni;

/** Searches for a witness by name. The name stands in the body: nothing of a person is ever in an address. */
@Path("/sources/identity-searches")
@Produces("application/json")
@Tag(name = "witnesses")
public class NameSearchResource {

    @Schema(name = "NameSearchRequest", description = "Whom to search for.")
    record NameSearchRequest(
            @Schema(required = true, maxLength = 300, description = "The whole name, in any of the scripts it was put in.") String name) {

        NameSearchRequest {
            Texts.required(name, 300, "/name");
        }
    }

    @Schema(name = "NameSearchResult", description = "Sources behind which a person of that name stands, at most 200.")
    record NameSearchResult(List<Found> items, Page.Position page) {
    }

    @Schema(name = "FoundWitness", description = "A source; what is known of the person is for an opening to tell.")
    record Found(UUID source) {
    }

    private final CurrentCaller caller;
    private final JsonReading json;
    private final NameSearch search;

    NameSearchResource(CurrentCaller caller, JsonReading json, NameSearch search) {
        this.caller = caller;
        this.json = json;
        this.search = search;
    }

    @POST
    @RolesAllowed(Role.CUSTODIAN)
    @Consumes("application/json")
    @Operation(operationId = "searchIdentities", summary = "Search for a witness by name", description = "By a custodian. Finds "
            + "the same name, whatever its case, marks and spacing; no similar ones. Each search is recorded, without the name.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NameSearchRequest.class)))
    @APIResponse(responseCode = "200", description = "The sources.", content = @Content(schema = @Schema(implementation = NameSearchResult.class)))
    public Uni<Response> searchIdentities(byte[] body) {
        return search.find(caller.get(), () -> json.read(body, NameSearchRequest.class).name())
                .map(found -> Response.ok(new NameSearchResult(found.stream().map(Found::new).toList(),
                        new Page.Position(found.size(), null))).header("Cache-Control", "no-store").build());
    }
}
