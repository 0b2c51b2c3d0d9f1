package org.harmregistry.reports.log.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.harmregistry.kit.identity.Role;
import org.harmregistry.reports.log.domain.Epoch;
import org.harmregistry.reports.log.domain.LogEpochs;
import org.harmregistry.reports.log.domain.LogReading;

import io.smallrye.mutiny.Uni;

/**
 * The log as it stands, and the epoch that grows at its short address: kept by caches for seconds, since another epoch may
 * follow.
 */
@Path("/api/v1/log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log")
public class LogResource {

    private static final String BYTES = "application/octet-stream";

    private final LogAnswers answers;
    private final LogReading reading;
    private final LogEpochs epochs;
    private final CurrentCaller caller;

    LogResource(LogAnswers answers, LogReading reading, LogEpochs epochs, CurrentCaller caller) {
        this.answers = answers;
        this.reading = reading;
        this.epochs = epochs;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getLog", summary = "Read how the log stands", description = "A halted log signs nothing until an administrator has begun a new epoch.")
    @APIResponse(responseCode = "200", description = "Condition and epochs", content = @Content(schema = @Schema(implementation = LogView.class)))
    public Uni<Response> log() {
        return reading.overview().map(log -> Response.ok(LogView.of(log))
                .header(HttpHeaders.CACHE_CONTROL, LogAnswers.BRIEFLY).build());
    }

    @POST
    @Path("/epochs")
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "beginLogEpoch", summary = "Begin a new epoch of a halted log", description = "For administrators. The old epoch ends for good, all leaves that the register holds are appended to the new one, and its first leaf tells where the old one ended. Refused (409 log_intact) unless the log is halted.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LogEpochs.Beginning.class)))
    @APIResponse(responseCode = "201", description = "Begun", content = @Content(schema = @Schema(implementation = LogView.EpochView.class)))
    public Uni<Response> begin(@Parameter(hidden = true) byte[] body) {
        return epochs.begin(caller.get(), body).map(LogResource::created);
    }

    private static Response created(Epoch epoch) {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/log/" + epoch.name())
                .entity(LogView.EpochView.of(epoch)).build();
    }

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getLogCheckpoint", summary = "Fetch the newest checkpoint of the epoch that grows", description = "A signed note (C2SP tlog-checkpoint).")
    @APIResponse(responseCode = "200", description = "Origin, size, root and signature", content = @Content(mediaType = "text/plain"))
    public Uni<Response> checkpoint() {
        return answers.checkpoint(null);
    }

    @GET
    @Path("/key")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getLogKey", summary = "Fetch the verifier keys of the epoch that grows", description = "One a line (C2SP signed-note), the one that signs now first. Compare them with what you got by another way.")
    @APIResponse(responseCode = "200", description = "The keys", content = @Content(mediaType = "text/plain"))
    public Uni<Response> key() {
        return answers.key(null);
    }

    @GET
    @Path("/tile/{level}/{tile:.+}")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getLogTile", summary = "Fetch a tile of hashes of the epoch that grows", description = "C2SP tlog-tiles: full, or partial with .p/ and its width.")
    @APIResponse(responseCode = "200", description = "Hashes of 32 bytes each", content = @Content(mediaType = BYTES))
    public Uni<Response> tile(@PathParam("level") String level, @PathParam("tile") String tile) {
        return answers.tile(null, level, tile, LogAnswers.BRIEFLY);
    }

    @GET
    @Path("/tile/entries/{tile:.+}")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getLogEntries", summary = "Fetch leaves of the epoch that grows", description = "C2SP tlog-tiles: each leaf behind its length in two bytes.")
    @APIResponse(responseCode = "200", description = "Leaves", content = @Content(mediaType = BYTES))
    public Uni<Response> entries(@PathParam("tile") String tile) {
        return answers.entries(null, tile, LogAnswers.BRIEFLY);
    }

    @GET
    @Path("/proofs/inclusion/{index}/{size}")
    @PermitAll
    @Operation(operationId = "getLogInclusion", summary = "Prove that a leaf is in a tree of the epoch that grows", description = "For convenience: the same follows from tiles. Numbers stand in the path, because caches have been known to drop queries.")
    @APIResponse(responseCode = "200", description = "The proof", content = @Content(schema = @Schema(implementation = LogProof.class)))
    public Uni<Response> inclusion(@PathParam("index") String index, @PathParam("size") String size) {
        return answers.inclusion(null, index, size, LogAnswers.BRIEFLY);
    }

    @GET
    @Path("/proofs/consistency/{from}/{to}")
    @PermitAll
    @Operation(operationId = "getLogConsistency", summary = "Prove that a tree of the epoch that grows is the beginning of a larger one")
    @APIResponse(responseCode = "200", description = "The proof", content = @Content(schema = @Schema(implementation = LogProof.class)))
    public Uni<Response> consistency(@PathParam("from") String from, @PathParam("to") String to) {
        return answers.consistency(null, from, to, LogAnswers.BRIEFLY);
    }
}
