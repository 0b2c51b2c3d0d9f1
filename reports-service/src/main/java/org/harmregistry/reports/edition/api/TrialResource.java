package org.harmregistry.reports.edition.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.reports.edition.domain.Trials;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Tries an edition without making one. */
@Path("/api/v1/reports/{slug}/trial")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class TrialResource {

    private final Trials trials;
    private final CurrentCaller caller;

    public TrialResource(Trials trials, CurrentCaller caller) {
        this.trials = trials;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "tryEdition", summary = "Make an edition for a trial", description = "By publishers: what would come out now for "
            + "a listed period, or for that of the schedule's next firing, and what the gate would find. Nothing is kept.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Trials.Wanted.class)))
    @APIResponse(responseCode = "200", description = "What would come out", content = @Content(schema = @Schema(implementation = Trials.Trial.class)))
    public Uni<Response> attempt(@PathParam("slug") String slug, @Parameter(hidden = true) byte[] body) {
        return trials.run(caller.get(), slug, body)
                .map(trial -> Response.ok(trial).header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }
}
