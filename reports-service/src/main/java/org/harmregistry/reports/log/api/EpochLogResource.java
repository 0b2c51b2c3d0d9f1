package org.harmregistry.reports.log.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

/** The log of an epoch at its lasting address: what is under it never changes, but for the checkpoint. */
@Path("/api/v1/log/{epoch:[0-9a-f]{8}}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log")
public class EpochLogResource {

    private static final String BYTES = "application/octet-stream";

    private final LogAnswers answers;

    EpochLogResource(LogAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getEpochCheckpoint", summary = "Fetch the newest checkpoint of an epoch", description = "A signed note (C2SP tlog-checkpoint).")
    @APIResponse(responseCode = "200", description = "Origin, size, root and signature", content = @Content(mediaType = "text/plain"))
    public Uni<Response> checkpoint(@PathParam("epoch") String epoch) {
        return answers.checkpoint(epoch);
    }

    @GET
    @Path("/key")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getEpochKey", summary = "Fetch the verifier keys of an epoch", description = "One a line (C2SP signed-note), the one that signs now first. Compare them with what you got by another way.")
    @APIResponse(responseCode = "200", description = "The keys", content = @Content(mediaType = "text/plain"))
    public Uni<Response> key(@PathParam("epoch") String epoch) {
        return answers.key(epoch);
    }

    @GET
    @Path("/tile/{level}/{tile:.+}")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getEpochTile", summary = "Fetch a tile of hashes of an epoch", description = "C2SP tlog-tiles: full, or partial with .p/ and its width.")
    @APIResponse(responseCode = "200", description = "Hashes of 32 bytes each", content = @Content(mediaType = BYTES))
    public Uni<Response> tile(@PathParam("epoch") String epoch, @PathParam("level") String level,
            @PathParam("tile") String tile) {
        return answers.tile(epoch, level, tile, LogAnswers.FOR_EVER);
    }

    @GET
    @Path("/tile/entries/{tile:.+}")
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getEpochEntries", summary = "Fetch leaves of an epoch", description = "C2SP tlog-tiles: each leaf behind its length in two bytes.")
    @APIResponse(responseCode = "200", description = "Leaves", content = @Content(mediaType = BYTES))
    public Uni<Response> entries(@PathParam("epoch") String epoch, @PathParam("tile") String tile) {
        return answers.entries(epoch, tile, LogAnswers.FOR_EVER);
    }

    @GET
    @Path("/proofs/inclusion/{index}/{size}")
    @PermitAll
    @Operation(operationId = "getEpochInclusion", summary = "Prove that a leaf is in a tree of an epoch", description = "For convenience: the same follows from tiles. Numbers stand in the path, because caches have been known to drop queries.")
    @APIResponse(responseCode = "200", description = "The proof", content = @Content(schema = @Schema(implementation = LogProof.class)))
    public Uni<Response> inclusion(@PathParam("epoch") String epoch, @PathParam("index") String index,
            @PathParam("size") String size) {
        return answers.inclusion(epoch, index, size, LogAnswers.FOR_EVER);
    }

    @GET
    @Path("/proofs/consistency/{from}/{to}")
    @PermitAll
    @Operation(operationId = "getEpochConsistency", summary = "Prove that a tree of an epoch is the beginning of a larger one")
    @APIResponse(responseCode = "200", description = "The proof", content = @Content(schema = @Schema(implementation = LogProof.class)))
    public Uni<Response> consistency(@PathParam("epoch") String epoch, @PathParam("from") String from,
            @PathParam("to") String to) {
        return answers.consistency(epoch, from, to, LogAnswers.FOR_EVER);
    }
}
