package org.harmregistry.reports.edition.api;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
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
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.run.domain.Run;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Orders an edition beyond those that are made unasked. */
@Path("/api/v1/reports/{slug}/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class EditionOrderResource {

    private static final int ACCEPTED = 202;

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
    @Operation(operationId = "createEdition", summary = "Order the next edition of a period", description = "For publishers. The answer is a draft, which a run makes and which replaces the earlier edition once it is "
            + "whole. With Prefer: respond-async the answer is 202 with the run, and Location says where to look how it goes. "
            + "503 too_many_runs where too many wait. A retry with the same Idempotency-Key gets the first answer.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Editions.Wanted.class)))
    @APIResponse(responseCode = "201", description = "Opened", content = @Content(schema = @Schema(implementation = EditionView.class)))
    @APIResponse(responseCode = "202", description = "Opened, and told by the run that makes it", headers = {
            @Header(name = "Location", description = "Address of the run", schema = @Schema(type = SchemaType.STRING)),
            @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = SchemaType.INTEGER)),
            @Header(name = "Preference-Applied", schema = @Schema(type = SchemaType.STRING)) }, content = @Content(schema = @Schema(implementation = RunView.class)))
    public Uni<Response> order(@PathParam("slug") String slug,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(description = "respond-async (RFC 7240) to be answered with the run", schema = @Schema(type = SchemaType.STRING)) @HeaderParam("Prefer") List<String> prefer,
            @Parameter(hidden = true) byte[] body) {
        Caller publisher = caller.get();
        boolean async = Preference.asksForAsynchrony(prefer);
        return editions.order(publisher, slug, body, key,
                ordered -> async ? withRun(ordered.run()) : withDraft(publisher, ordered.edition()))
                .map(EditionOrderResource::response);
    }

    private Answer withDraft(Caller publisher, Edition edition) {
        return new Answer(201, "/api/v1/editions/" + edition.id(), Editions.tag(publisher, edition),
                json.tree(EditionView.of(publisher, edition, List.of(), List.of())).toString());
    }

    private Answer withRun(Run run) {
        return new Answer(ACCEPTED, RunView.address(run.edition()), RunView.tag(run), json.tree(RunView.of(run)).toString());
    }

    private static Response response(Answer answer) {
        Response response = answer.toResponse();
        return answer.status() != ACCEPTED ? response
                : Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, EditionRunResource.RETRY_AFTER)
                        .header(Preference.APPLIED, Preference.RESPOND_ASYNC).build();
    }
}
