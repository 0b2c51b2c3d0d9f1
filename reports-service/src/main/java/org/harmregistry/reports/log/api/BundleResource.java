package org.harmregistry.reports.log.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.log.domain.EditionBundles;

import io.smallrye.mutiny.Uni;

/** An edition with all that proves it, in one file. */
@Path("/api/v1/editions/{id}/bundle")
@Tag(name = "Log")
public class BundleResource {

    private static final String ZIP = "application/zip";

    private final Editions editions;
    private final EditionBundles bundles;
    private final CurrentCaller caller;

    BundleResource(Editions editions, EditionBundles bundles, CurrentCaller caller) {
        this.editions = editions;
        this.bundles = bundles;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @PermitAll
    @Operation(operationId = "getEditionBundle", summary = "Fetch an edition with its proofs", description = "A zip that verifier.jar checks without a network: files, figures, leaves with their salts, proofs of inclusion, signed checkpoints. 409 not_logged_yet until a checkpoint covers the edition, which takes seconds.")
    @APIResponse(responseCode = "200", description = "The bundle", content = @Content(mediaType = ZIP))
    @APIResponse(responseCode = "304", description = "You hold this bundle")
    public Uni<Response> bundle(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return editions.get(caller.get(), RecordAddress.id(id)).chain(bundles::order).chain(order -> {
            String tag = order.tag();
            if (Preconditions.isNotModified(ifNoneMatch, tag)) {
                return Uni.createFrom().item(tagged(Response.notModified(), tag));
            }
            return bundles.make(order).map(bytes -> tagged(Response.ok(bytes, ZIP).header(HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"edition-" + order.edition().id() + ".zip\""), tag));
        });
    }

    private static Response tagged(Response.ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Content-Type-Options", "nosniff").build();
    }
}
