package org.harmregistry.sources.attachment.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.attachment.domain.AttachmentRegister;
import org.harmregistry.sources.attachment.domain.AttachmentRegister.Located;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The bytes of a file. */
@Path("/sources/{id}/attachments/{attachment}/content")
@Tag(name = "attachments")
public class AttachmentContentResource {

    private final CurrentCaller caller;
    private final AttachmentRegister register;
    private final FileArchive archive;

    AttachmentContentResource(CurrentCaller caller, AttachmentRegister register, FileArchive archive) {
        this.caller = caller;
        this.register = register;
        this.archive = archive;
    }

    @GET
    @PermitAll
    @Produces("*/*")
    @Operation(operationId = "readAttachmentContent", summary = "Read the content of a file", description = "Byte for byte as it "
            + "came in; the entity tag is its digest. Each part is verified before it is sent: 409 content_damaged or "
            + "content_missing if the archive does not hold what went in, and a connection broken off if that shows only after "
            + "bytes were sent; from then on the whole is refused, and its whole parts can still be had as ranges. One "
            + "range can be asked for (RFC 9110); several are answered with the whole.")
    @APIResponse(responseCode = "200", description = "The whole content.", content = @Content(mediaType = "application/octet-stream", schema = @Schema(format = "binary")))
    @APIResponse(responseCode = "206", description = "The range that was asked for.", content = @Content(mediaType = "application/octet-stream", schema = @Schema(format = "binary")))
    @APIResponse(responseCode = "304", description = "The reader has this content already.")
    @APIResponse(responseCode = "409", description = "content_damaged or content_missing: the archive does not hold what went in.")
    @APIResponse(responseCode = "416", description = "The range lies outside of the file.")
    public Uni<Response> readAttachmentContent(@PathParam("id") String id, @PathParam("attachment") String attachment,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @Parameter(description = "One range of bytes.", example = "bytes=0-1023") @HeaderParam("Range") String range,
            @Parameter(description = "The entity tag that the range belongs to; otherwise the whole is answered.") @HeaderParam("If-Range") String ifRange) {
        Caller by = caller.get();
        return register.locate(by, RecordAddress.id(id), RecordAddress.id(attachment)).chain(found -> {
            String tag = ContentAnswer.tag(found.attachment());
            if (Preconditions.isNotModified(ifNoneMatch, tag)) {
                return Uni.createFrom().item(ContentAnswer.notModified(found.attachment()));
            }
            ByteRange part = ByteRange.of(range, ifRange, tag, found.attachment().length());
            return whole(found, part).chain(() -> ContentStream.of(bytes(found, part), part.length()))
                    .call(stream -> register.handOut(by, found.attachment()).onFailure().invoke(stream::abandon))
                    .map(stream -> ContentAnswer.head(found.attachment(), part).entity(stream).build());
        });
    }

    @HEAD
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> describeAttachmentContent(@PathParam("id") String id, @PathParam("attachment") String attachment,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        return register.locate(caller.get(), RecordAddress.id(id), RecordAddress.id(attachment)).chain(found -> {
            if (Preconditions.isNotModified(ifNoneMatch, ContentAnswer.tag(found.attachment()))) {
                return Uni.createFrom().item(ContentAnswer.notModified(found.attachment()));
            }
            ByteRange all = new ByteRange(0, found.attachment().length(), true);
            return whole(found, all).map(done -> ContentAnswer.head(found.attachment(), all).build());
        });
    }

    /** What is known to be damaged is read to its end before any of it is sent; it may have been mended meanwhile. */
    private Uni<Void> whole(Located found, ByteRange part) {
        if (found.integrity() == null || !part.whole()) {
            return Uni.createFrom().voidItem();
        }
        return archive.verify(stored(found))
                .call(wrong -> register.cameUpon(found.attachment(), wrong))
                .invoke(wrong -> {
                    if (wrong != null) {
                        throw wrong.failure();
                    }
                }).replaceWithVoid();
    }

    private Multi<byte[]> bytes(Located found, ByteRange part) {
        return archive.read(stored(found), part.from(), part.length())
                .onFailure(failure -> Integrity.of(failure) != null)
                .call(failure -> register.cameUpon(found.attachment(), Integrity.of(failure)));
    }

    private static StoredFile stored(Located found) {
        if (found.file() == null) {
            throw Integrity.CONTENT_MISSING.failure();
        }
        return found.file();
    }
}
