package org.harmregistry.sources.upload.api;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.http.StreamedBody;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.upload.domain.Checksum;
import org.harmregistry.sources.upload.domain.IncomingBody;
import org.harmregistry.sources.upload.domain.Upload;
import org.harmregistry.sources.upload.domain.UploadFailure;
import org.harmregistry.sources.upload.domain.UploadReception;
import org.harmregistry.sources.upload.domain.UploadRegister;
import org.harmregistry.sources.upload.domain.UploadState;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** One resumable upload; only who began it sees it. */
@Path("/attachments/uploads/{upload}")
@Tag(name = "attachments")
public class UploadResource {

    private record Request(UUID id, long offset, Checksum checksum) {
    }

    private final CurrentCaller caller;
    private final UploadRegister register;
    private final UploadReception reception;

    UploadResource(CurrentCaller caller, UploadRegister register, UploadReception reception) {
        this.caller = caller;
        this.register = register;
        this.reception = reception;
    }

    static String address(Upload upload) {
        return RecordAddress.of("attachments/uploads", upload.id());
    }

    @OPTIONS
    @PermitAll
    @Operation(hidden = true)
    public Response describeUpload(@PathParam("upload") String id) {
        return Tus.abilities();
    }

    @HEAD
    @Authenticated
    @Operation(hidden = true)
    public Uni<Response> locateUpload(@PathParam("upload") String id, @HeaderParam("Tus-Resumable") String version) {
        Caller by = caller.get();
        return reception.read(by, RecordAddress.id(id)).map(upload -> {
            Tus.requireVersion(version);
            if (upload.state() == UploadState.REFUSED) {
                throw Failure.of(UploadFailure.UPLOAD_REFUSED);
            }
            ResponseBuilder answer = Tus.state(Response.ok(), upload).header("Upload-Length", upload.length());
            return (upload.metadata() == null ? answer : answer.header("Upload-Metadata", upload.metadata())).build();
        });
    }

    @GET
    @Authenticated
    @Produces("application/json")
    @Operation(operationId = "readUpload", summary = "Read how far an upload is", description = "HEAD says the same in the headers "
            + "of tus 1.0.")
    @APIResponse(responseCode = "200", description = "The upload.", content = @Content(schema = @Schema(implementation = UploadResponse.class)))
    public Uni<Response> readUpload(@PathParam("upload") String id) {
        return reception.read(caller.get(), RecordAddress.id(id))
                .map(upload -> Response.ok(UploadResponse.from(upload)).header("Cache-Control", "no-store").build());
    }

    @PATCH
    @Authenticated
    // Who has gone away will ask how far the upload is: what came is kept.
    @Cancellable(false)
    @Consumes(Tus.BYTES)
    @Operation(operationId = "continueUpload", summary = "Bring bytes of an upload", description = "tus 1.0: the body goes on at "
            + "Upload-Offset. What came is kept if the line breaks. 409 upload_offset_conflict with the right Upload-Offset if the "
            + "upload is elsewhere, upload_busy while another request brings bytes, 460 if the body does not have the checksum sent "
            + "with it, 422 digest_mismatch if with the last byte the file is not the one that the capture digest says.")
    @RequestBody(required = true, content = @Content(mediaType = Tus.BYTES, schema = @Schema(format = "binary")))
    @APIResponse(responseCode = "204", description = "Kept.", headers = {
            @Header(name = "Upload-Offset", description = "How many bytes are kept now."),
            @Header(name = "Content-Location", description = "With the last byte: the attachment.") })
    @APIResponse(responseCode = "409", description = "The upload goes on elsewhere, or another request is bringing bytes.")
    @APIResponse(responseCode = "410", description = "The file was not the one that was said; the upload is over.")
    @APIResponse(responseCode = "460", description = "The bytes do not have the checksum that was sent with them.")
    public Uni<Response> continueUpload(@PathParam("upload") String id, @HeaderParam("Tus-Resumable") String version,
            @Parameter(description = "At which byte the body goes on.") @HeaderParam("Upload-Offset") String offset,
            @Parameter(description = "sha1 or sha256, a space, the checksum of the body in Base64.") @HeaderParam("Upload-Checksum") String checksum,
            @Context HttpServerRequest request) {
        Caller by = caller.get();
        UUID upload = RecordAddress.id(id);
        IncomingBody body = Incoming.of(request);
        Uni<Upload> receiving = register.read(by, upload)
                .map(seen -> wanted(seen, version, offset, checksum))
                .chain(wanted -> reception.receive(by, wanted.id(), wanted.offset(), wanted.checksum(), body));
        return reception.bringing(by, upload, receiving)
                .map(UploadResource::kept)
                .onFailure(Failure.class).transform(failure -> StreamedBody.refusal((Failure) failure, request));
    }

    private static Response kept(Upload upload) {
        ResponseBuilder answer = Tus.state(Response.noContent(), upload);
        return (upload.attachmentId() == null ? answer
                : answer.header("Content-Location",
                        RecordAddress.of("sources", upload.sourceId()) + "/attachments/" + upload.attachmentId()))
                .build();
    }

    private static Request wanted(Upload seen, String version, String offset, String checksum) {
        Request wanted = new Request(seen.id(), Tus.number(offset, UploadFailure.UPLOAD_OFFSET_INVALID, "Upload-Offset"),
                Checksum.of(checksum));
        Tus.requireVersion(version);
        return wanted;
    }

    @DELETE
    @Authenticated
    @Operation(operationId = "endUpload", summary = "Give an upload up", description = "tus 1.0, termination. What came of an "
            + "unfinished one is dropped; an attachment that it became stays.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Uni<Response> endUpload(@PathParam("upload") String id, @HeaderParam("Tus-Resumable") String version) {
        Caller by = caller.get();
        UUID upload = RecordAddress.id(id);
        return register.read(by, upload).invoke(seen -> Tus.requireVersion(version))
                .chain(() -> register.end(by, upload)).map(done -> Response.noContent().build());
    }
}
