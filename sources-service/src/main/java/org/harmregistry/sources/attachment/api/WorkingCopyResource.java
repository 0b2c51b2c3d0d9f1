package org.harmregistry.sources.attachment.api;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.attachment.domain.AttachmentAccess;
import org.harmregistry.sources.attachment.domain.AttachmentDraft;
import org.harmregistry.sources.attachment.domain.Derivation;
import org.harmregistry.sources.attachment.domain.WorkingCopies;
import org.harmregistry.sources.attachment.domain.WorkingCopies.Release;
import org.harmregistry.sources.attachment.domain.WorkingCopy;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** Working copies that people bring, and their release. */
@Path("/sources/{id}/attachments")
@Produces("application/json")
@Tag(name = "attachments")
public class WorkingCopyResource {

    private final CurrentCaller caller;
    private final WorkingCopies copies;
    private final FileReception reception;
    private final JsonReading json;

    WorkingCopyResource(CurrentCaller caller, WorkingCopies copies, FileReception reception, JsonReading json) {
        this.caller = caller;
        this.copies = copies;
        this.reception = reception;
        this.json = json;
    }

    /**
     * What is said of a copy that is brought.
     *
     * @param file name, type and digests as for any file
     */
    private record Brought(Derivation derivation, AttachmentDraft file, String note) {
    }

    @POST
    @Path("/{attachment}/working-copies")
    @Authenticated
    @Consumes("*/*")
    @Operation(operationId = "addWorkingCopy", summary = "Bring a working copy", description = "A transcript, redaction or "
            + "translation that people made of the attachment; the body is the file, as for attachFile. It is inspected like "
            + "everything that comes in, and the attachment itself is never touched. The same again answers 200.")
    @RequestBody(required = true, content = @Content(mediaType = "application/octet-stream", schema = @Schema(format = "binary")))
    @APIResponse(responseCode = "201", description = "Taken in.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    @APIResponse(responseCode = "200", description = "There was this copy before.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    public Uni<Response> addWorkingCopy(@PathParam("id") String id, @PathParam("attachment") String attachment,
            @QueryParam("derivation") @Parameter(required = true, description = "How it was made.", schema = @Schema(enumeration = {
                    "transcript", "redaction", "translation" })) String derivation,
            @HeaderParam("Derivation-Note") @Parameter(description = "What the maker says of it, at most 1,000 characters, "
                    + "percent-encoded UTF-8.") String note,
            @BeanParam FileHeaders headers, @Context HttpServerRequest request) {
        Caller by = caller.get();
        UUID source = RecordAddress.id(id);
        UUID from = RecordAddress.id(attachment);
        Supplier<Brought> said = () -> new Brought(WorkingCopies.byHand(derivation), headers.draft(null),
                FileHeaders.note(note));
        return reception.receive(copies.admit(by, source, from).map(admitted -> said.get()), headers::expectation, request,
                (brought, file) -> copies.take(by, source, from,
                        new WorkingCopy(brought.derivation(), brought.file().name(), null, file, brought.note())))
                .map(taken -> AttachmentResource.taken(taken, by));
    }

    @POST
    @Path("/{attachment}/release")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "releaseWorkingCopy", summary = "Release a working copy", description = "By a publisher, with If-Match: "
            + "everybody may have it while its source is public. 409 evidence_not_released for what came in itself, "
            + "metadata_not_removed for a copy that may tell of its making; release its own copy without metadata then.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReleaseRequest.class)))
    @APIResponse(responseCode = "200", description = "The copy as it stands now.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    public Uni<Response> releaseWorkingCopy(@PathParam("id") String id, @PathParam("attachment") String attachment,
            @HeaderParam("If-Match") String ifMatch, byte[] body) {
        return decide(id, attachment, ifMatch, Release.RELEASE, body);
    }

    @POST
    @Path("/{attachment}/withholding")
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "withholdWorkingCopy", summary = "Withhold a working copy", description = "By a publisher, with "
            + "If-Match: it leaves everybody's sight again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReleaseRequest.class)))
    @APIResponse(responseCode = "200", description = "The copy as it stands now.", content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    public Uni<Response> withholdWorkingCopy(@PathParam("id") String id, @PathParam("attachment") String attachment,
            @HeaderParam("If-Match") String ifMatch, byte[] body) {
        return decide(id, attachment, ifMatch, Release.WITHHOLDING, body);
    }

    private Uni<Response> decide(String id, String attachment, String ifMatch, Release step, byte[] body) {
        Caller by = caller.get();
        return copies.release(by, RecordAddress.id(id), RecordAddress.id(attachment), ifMatch, step,
                () -> json.read(body, ReleaseRequest.class).reason())
                .map(copy -> Answers.record(AttachmentResponse.from(copy, by), AttachmentAccess.tag(copy, by), null));
    }
}
