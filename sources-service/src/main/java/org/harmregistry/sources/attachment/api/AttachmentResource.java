package org.harmregistry.sources.attachment.api;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentAccess;
import org.harmregistry.sources.attachment.domain.AttachmentIntake.Taken;
import org.harmregistry.sources.attachment.domain.AttachmentRegister;
import org.harmregistry.sources.attachment.domain.AttachmentRegister.Shown;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** The files of one source. */
@Path("/sources/{id}/attachments")
@Produces("application/json")
@Tag(name = "attachments", description = "Files of sources: kept as they came, verified whenever they are read.")
public class AttachmentResource {

    private final CurrentCaller caller;
    private final AttachmentRegister register;
    private final FileReception reception;
    private final CursorCodec cursors;

    AttachmentResource(CurrentCaller caller, AttachmentRegister register, FileReception reception, CursorCodec cursors) {
        this.caller = caller;
        this.register = register;
        this.reception = reception;
        this.cursors = cursors;
    }

    @POST
    @Authenticated
    @Consumes("*/*")
    @Operation(operationId = "attachFile", summary = "Attach a file to a source", description = "The body is the file, at most "
            + "200 MiB, as one stream; for bad lines there is the resumable upload. Who may change the source may attach to it. A "
            + "source has the same content once: sent again it answers 200 with the attachment that is there. 422 digest_mismatch "
            + "if other bytes came than a digest says, and nothing is stored.")
    @RequestBody(required = true, content = @Content(mediaType = "application/octet-stream", schema = @Schema(format = "binary")))
    @APIResponse(responseCode = "201", description = "Attached.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    @APIResponse(responseCode = "200", description = "The source had this content before.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    @APIResponse(responseCode = "507", description = "The archive has no room left: see Retry-After.")
    public Uni<Response> attachFile(@PathParam("id") String id, @BeanParam FileHeaders headers,
            @Context HttpServerRequest request) {
        Caller by = caller.get();
        return reception.receive(by, RecordAddress.id(id), () -> headers.draft(null), headers::expectation, request)
                .map(taken -> taken(taken, by));
    }

    @PUT
    @Path("/{attachment}")
    @Authenticated
    @Consumes("*/*")
    @Operation(operationId = "attachFileAs", summary = "Attach a file under an id of one's own", description = "As attachFile, for "
            + "an id that the client made, with If-None-Match: * (428). The same again answers 200; 409 id_not_available if the "
            + "id is another attachment's, already_attached if the source has the content under another id.")
    @RequestBody(required = true, content = @Content(mediaType = "application/octet-stream", schema = @Schema(format = "binary")))
    @APIResponse(responseCode = "201", description = "Attached.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    @APIResponse(responseCode = "200", description = "It was attached before.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    public Uni<Response> attachFileAs(@PathParam("id") String id, @PathParam("attachment") String attachment,
            @HeaderParam("If-None-Match") String ifNoneMatch, @BeanParam FileHeaders headers,
            @Context HttpServerRequest request) {
        Caller by = caller.get();
        UUID wanted = RecordAddress.id(attachment);
        return reception.receive(by, RecordAddress.id(id), () -> {
            var draft = headers.draft(wanted);
            Preconditions.requireCreation(ifNoneMatch);
            return draft;
        }, headers::expectation, request).map(taken -> taken(taken, by));
    }

    @GET
    @PermitAll
    @Operation(operationId = "listAttachments", summary = "List the files of a source", description = "In the order of ids. The "
            + "registry's staff and the source's organisation see all of them, everybody else released working copies of public "
            + "sources.")
    @APIResponse(responseCode = "200", description = "A page of attachments.", content = @Content(schema = @Schema(implementation = AttachmentResponse.Attachments.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> listAttachments(@PathParam("id") String id, @QueryParam("limit") String limit,
            @QueryParam("after") String after, @HeaderParam("If-None-Match") String ifNoneMatch, @Context UriInfo uri) {
        Caller by = caller.get();
        UUID source = RecordAddress.id(id);
        PageRequest page = PageRequest.of(limit, after);
        String binding = "attachments of " + source + "\u001f" + (by.readsAll() ? "full" : by.organisation());
        UUID behind = page.after() == null ? null : UUID.fromString(cursors.decode(binding, page.after(), 1).get(0));
        return register.list(by, source, behind, page.limit()).map(rows -> {
            Page<Shown> found = Page.of(rows, page.limit(),
                    last -> cursors.encode(binding, List.of(last.attachment().id().toString())));
            String tag = EntityTags.ofList(found.items().stream()
                    .map(each -> each.attachment().id() + ":" + AttachmentAccess.tag(each.attachment(), each.integrity(), by)));
            return Answers.page(found, found.map(each -> AttachmentResponse.from(each.attachment(), each.integrity(), by)), tag,
                    ifNoneMatch, uri);
        });
    }

    @GET
    @Path("/{attachment}")
    @PermitAll
    @Operation(operationId = "readAttachment", summary = "Read what is known of a file", description = "With what "
            + "was found in it, what its own proofs came to, and the working copies of it, for those who see all of the source.")
    @APIResponse(responseCode = "200", description = "The attachment.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> readAttachment(@PathParam("id") String id, @PathParam("attachment") String attachment,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        Caller by = caller.get();
        return register.know(by, RecordAddress.id(id), RecordAddress.id(attachment)).map(known -> Answers.record(
                AttachmentResponse.from(known, by),
                AttachmentAccess.tag(known.attachment(), known.integrity(), by), ifNoneMatch));
    }

    static Response taken(Taken taken, Caller by) {
        Attachment attachment = taken.attachment();
        return Response.status(taken.made() ? 201 : 200).entity(AttachmentResponse.from(attachment, by))
                .header("Location", address(attachment)).header("ETag", AttachmentAccess.tag(attachment, by)).build();
    }

    static String address(Attachment attachment) {
        return RecordAddress.of("sources", attachment.sourceId()) + "/attachments/" + attachment.id();
    }
}
