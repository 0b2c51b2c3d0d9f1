package org.harmregistry.reports.edition.api;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.edition.domain.Editions;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Orders an edition beyond those that are made unasked. */
@Path("/api/v1/reports/{slug}/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class EditionOrderResource {

    private final Editions editions;
    private final CurrentCaller caller;
    private final JsonReading json;

    public EditionOrderResource(Editions editions, CurrentCaller caller, JsonReading json) {
        this.editions = editions;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createEdition", summary = "Order the next edition of a period", description = "For publishers. The answer is a draft; it is made within seconds and replaces the earlier edition "
            + "once it is whole. A retry with the same Idempotency-Key gets the first answer.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Editions.Wanted.class)))
    @APIResponse(responseCode = "201", description = "Opened", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Uni<Response> order(@PathParam("slug") String slug,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        Caller publisher = caller.get();
        return editions.order(publisher, slug, body, key, edition -> new Answer(201,
                "/api/v1/editions/" + edition.id(), Editions.tag(publisher, edition),
                json.tree(EditionView.of(publisher, edition, List.of(), List.of())).toString())).map(Answer::toResponse);
    }
}
