package org.harmregistry.reports.edition.api;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.edition.domain.EditionReplies;
import org.harmregistry.reports.reply.ReplyContent;
import org.harmregistry.reports.reply.ReplyView;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Replies to editions over HTTP. */
@Path("/api/v1/editions/{id}/replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Right of reply")
public class EditionReplyResource {

    private final EditionReplies replies;
    private final CurrentCaller current;
    private final JsonReading json;

    public EditionReplyResource(EditionReplies replies, CurrentCaller current, JsonReading json) {
        this.replies = replies;
        this.current = current;
        this.json = json;
    }

    /** All replies to one edition. */
    @Schema(name = "ReplyList")
    public record ReplyList(List<ReplyView> items) {
    }

    @GET
    @PermitAll
    @Operation(operationId = "listEditionReplies", summary = "Read the replies to an edition and to the questions that it shows", description = "A reply that "
            + "the gate holds is for staff and for the party whose it is.")
    @APIResponse(responseCode = "200", description = "The replies, the first first", content = @Content(schema = @Schema(implementation = ReplyList.class)))
    @APIResponse(responseCode = "304", description = "You hold them")
    public Uni<Response> list(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return replies.of(current.get(), RecordAddress.id(id)).map(found -> Answers.record(
                new ReplyList(found.stream().map(ReplyView::of).toList()),
                EntityTags.ofList(found.stream().map(reply -> reply.id() + ":" + reply.version())), ifNoneMatch));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replyToEdition", summary = "Reply to an edition that is out", description = "By the party that the edition is "
            + "about, or that a question was addressed to; its slug is the token's organisation. Or by a publisher, with channel and "
            + "receivedOn. It stands beside the edition at once, unless the gate holds it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplyContent.class)))
    @APIResponse(responseCode = "201", description = "Taken", content = @Content(schema = @Schema(implementation = ReplyView.class)))
    public Uni<Response> reply(@PathParam("id") String id,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return replies.take(current.get(), RecordAddress.id(id), body, key, reply -> new Answer(201,
                "/api/v1/editions/" + id + "/replies", null, json.tree(ReplyView.of(reply)).toString()))
                .map(Answer::toResponse);
    }
}
