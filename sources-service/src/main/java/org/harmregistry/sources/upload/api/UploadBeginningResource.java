package org.harmregistry.sources.upload.api;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.http.StreamedBody;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.upload.domain.Checksum;
import org.harmregistry.sources.upload.domain.IncomingBody;
import org.harmregistry.sources.upload.domain.Upload;
import org.harmregistry.sources.upload.domain.UploadDraft;
import org.harmregistry.sources.upload.domain.UploadFailure;
import org.harmregistry.sources.upload.domain.UploadReception;
import org.harmregistry.sources.upload.domain.UploadRegister;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** Where resumable uploads to a source begin. */
@Path("/sources/{id}/attachments/uploads")
@Tag(name = "attachments")
public class UploadBeginningResource {

    private final CurrentCaller caller;
    private final UploadRegister register;
    private final UploadReception reception;

    UploadBeginningResource(CurrentCaller caller, UploadRegister register, UploadReception reception) {
        this.caller = caller;
        this.register = register;
        this.reception = reception;
    }

    @OPTIONS
    @PermitAll
    @Operation(operationId = "describeUploads", summary = "Ask what resumable uploads can do here", description = "As tus 1.0 has "
            + "it: versions, extensions, the largest file, checksum algorithms.")
    @APIResponse(responseCode = "204", description = "See the headers Tus-Version, Tus-Extension, Tus-Max-Size and "
            + "Tus-Checksum-Algorithm.")
    public Response describeUploads(@PathParam("id") String id) {
        return Tus.abilities();
    }

    @POST
    @Authenticated
    // Who has gone away will ask how far the upload is: what came is kept.
    @Cancellable(false)
    @Operation(operationId = "beginUpload", summary = "Begin a resumable upload", description = "tus 1.0, creation. With the media "
            + "type application/offset+octet-stream the body holds the first bytes (creation-with-upload). Who may change the source "
            + "may attach to it. Under an id of the client's own the same again answers with the upload that is there. 429 beyond a "
            + "number of unfinished uploads of one sender, or of bytes of one organisation.")
    @APIResponse(responseCode = "201", description = "Begun.", headers = {
            @Header(name = "Location", description = "Where the bytes go."),
            @Header(name = "Upload-Expires", description = "Until when it can be gone on with.") })
    public Uni<Response> beginUpload(@PathParam("id") String id,
            @Parameter(description = "1.0.0; 412 otherwise.") @HeaderParam("Tus-Resumable") String version,
            @Parameter(description = "Of the whole file, in bytes.") @HeaderParam("Upload-Length") String length,
            @Parameter(description = "Keys with values in Base64: filename, filetype, id (a UUID of the client's own, for upload and "
                    + "attachment), captureDigest (SHA-256 made at capture, hexadecimal), capturedAt (RFC 3339, UTC).") @HeaderParam("Upload-Metadata") String metadata,
            @HeaderParam("Content-Type") String contentType, @HeaderParam("Upload-Checksum") String checksum,
            @Context HttpServerRequest request) {
        Caller by = caller.get();
        UUID source = RecordAddress.id(id);
        IncomingBody body = Incoming.of(request);
        return register.begin(by, source, () -> draft(version, length, metadata, contentType, checksum))
                .chain(upload -> firstBytes(by, upload, contentType, checksum, body))
                .map(upload -> Tus.state(Response.status(201), upload)
                        .header("Location", UploadResource.address(upload)).build())
                .onFailure(Failure.class).transform(failure -> StreamedBody.refusal((Failure) failure, request));
    }

    private static UploadDraft draft(String version, String length, String metadata, String contentType, String checksum) {
        boolean bytes = Tus.BYTES.equals(contentType);
        if (contentType != null && !bytes) {
            throw Failure.of(CommonFailure.UNSUPPORTED_MEDIA_TYPE);
        }
        Checksum.of(checksum);
        UploadMetadata said = UploadMetadata.of(metadata);
        UploadDraft draft = new UploadDraft(said.file(),
                Tus.number(length, UploadFailure.UPLOAD_LENGTH_UNKNOWN, "Upload-Length"),
                metadata == null || metadata.isBlank() ? null : metadata);
        Tus.requireVersion(version);
        return draft;
    }

    private Uni<Upload> firstBytes(Caller by, Upload upload, String contentType, String checksum, IncomingBody body) {
        if (!Tus.BYTES.equals(contentType) || upload.received() > 0) {
            return Uni.createFrom().item(upload);
        }
        return reception.receive(by, upload.id(), 0, Checksum.of(checksum), body);
    }
}
