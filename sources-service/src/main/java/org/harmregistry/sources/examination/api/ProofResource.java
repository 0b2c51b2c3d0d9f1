package org.harmregistry.sources.examination.api;

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
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentAccess;
import org.harmregistry.sources.examination.domain.Proofs;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Proofs that are brought for a file, and their verification. */
@Path("/sources/{id}/attachments")
@Produces("application/json")
@Tag(name = "attachments")
public class ProofResource {

    private final CurrentCaller caller;
    private final Proofs proofs;

    ProofResource(CurrentCaller caller, Proofs proofs) {
        this.caller = caller;
        this.proofs = proofs;
    }

    @POST
    @Path("/{attachment}/timestamps")
    @Authenticated
    @Consumes({ "application/timestamp-reply", "application/octet-stream" })
    @Operation(operationId = "addTimestamp", summary = "Bring a time-stamp token for a file", description = "An RFC 3161 token, or "
            + "the authority's reply with one, over a SHA-256, SHA-384 or SHA-512 of the content; at most 64 KiB. It is kept as "
            + "received and verified soon: see the attachment's checks. The same token again changes nothing. 422 "
            + "token_unreadable if it is none.")
    @RequestBody(required = true, content = @Content(mediaType = "application/timestamp-reply", schema = @Schema(format = "binary")))
    @APIResponse(responseCode = "202", description = "Kept; the verification follows.")
    @APIResponse(responseCode = "413", description = "The token is larger than is taken.")
    public Uni<Response> addTimestamp(@PathParam("id") String id, @PathParam("attachment") String attachment, byte[] body) {
        var by = caller.get();
        return proofs.take(by, RecordAddress.id(id), RecordAddress.id(attachment), body)
                .map(found -> accepted(found, AttachmentAccess.tag(found, by)));
    }

    @POST
    @Path("/{attachment}/checks")
    @Authenticated
    @Consumes("*/*")
    @Operation(operationId = "checkAttachment", summary = "Examine a file again", description = "It is inspected anew, the proofs "
            + "that it carries or that were brought for it are verified anew, and copies that could not be made are tried again. "
            + "The body is not read.")
    @APIResponse(responseCode = "202", description = "It will be examined.")
    public Uni<Response> checkAttachment(@PathParam("id") String id, @PathParam("attachment") String attachment) {
        var by = caller.get();
        return proofs.again(by, RecordAddress.id(id), RecordAddress.id(attachment))
                .map(found -> accepted(found, AttachmentAccess.tag(found, by)));
    }

    private static Response accepted(Attachment attachment, String tag) {
        return Response.accepted().header("Location", RecordAddress.of("sources", attachment.sourceId()) + "/attachments/"
                + attachment.id()).header("ETag", tag).build();
    }
}
