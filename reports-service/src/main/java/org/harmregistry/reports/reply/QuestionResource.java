package org.harmregistry.reports.reply;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

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
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Questions to parties, and their answers, over HTTP. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Right of reply", description = "What parties were asked before a report came out, what they answered, and their silence.")
public class QuestionResource {

    private final Questions questions;
    private final ReplyTaking taking;
    private final CurrentCaller current;
    private final CursorCodec cursors;
    private final JsonReading json;

    QuestionResource(Questions questions, ReplyTaking taking, CurrentCaller current, CursorCodec cursors, JsonReading json) {
        this.questions = questions;
        this.taking = taking;
        this.current = current;
        this.cursors = cursors;
        this.json = json;
    }

    @GET
    @Path("/{slug}/questions")
    @PermitAll
    @Operation(operationId = "listQuestions", summary = "List the questions of a report with their answers", description = "Everybody "
            + "reads those that an edition shows which is out; the party asked reads its own, and staff all of them.")
    @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = QuestionPage.class)))
    @APIResponse(responseCode = "304", description = "You hold this page")
    public Uni<Response> list(@PathParam("slug") String slug,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context UriInfo uri) {
        Caller caller = current.get();
        PageRequest request = PageRequest.of(limit, after);
        String binding = "questions/" + slug + "/" + caller.readsAll() + "/" + Questions.partyOf(caller);
        UUID behind = after == null ? null : RecordAddress.id(cursors.decode(binding, after, 1).get(0));
        return questions.list(caller, slug, behind, request.limit() + 1).map(rows -> {
            Page<QuestionView> page = Page.of(rows, request.limit(),
                    last -> cursors.encode(binding, List.of(last.id().toString())));
            String tag = EntityTags.ofList(page.items().stream().map(item -> json.tree(item).toString()));
            return Answers.page(page, page, tag, ifNoneMatch, uri);
        });
    }

    @GET
    @Path("/{slug}/questions/{id}")
    @PermitAll
    @Operation(operationId = "getQuestion", summary = "Read one question with its answers")
    @APIResponse(responseCode = "200", description = "The question", content = @Content(schema = @Schema(implementation = QuestionView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version")
    public Uni<Response> get(@PathParam("slug") String slug, @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return questions.get(current.get(), slug, RecordAddress.id(id)).map(view -> Answers.record(view,
                EntityTags.ofList(List.of(json.tree(view).toString()).stream()), ifNoneMatch));
    }

    @POST
    @Path("/{slug}/questions")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createQuestion", summary = "Record a question that was sent to a party", description = "By publishers. "
            + "Editions made from now on show it with the answers, or with the silence once the due day is over.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = QuestionContent.class)))
    @APIResponse(responseCode = "201", description = "Recorded", content = @Content(schema = @Schema(implementation = QuestionView.class)))
    public Uni<Response> ask(@PathParam("slug") String slug,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        Caller caller = current.get();
        return questions.ask(caller, slug, body, key, question -> new Answer(201, "/api/v1/reports/" + slug + "/questions/"
                + question.id(), null, json.tree(QuestionView.of(question, List.of(), caller)).toString()))
                .map(Answer::toResponse);
    }

    @POST
    @Path("/{slug}/questions/{id}/replies")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "answerQuestion", summary = "Answer a question", description = "By the party asked, whose slug is the "
            + "token's organisation, or by a publisher who records what was received. What the gate finds something in is held until a "
            + "publisher lets it out.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplyContent.class)))
    @APIResponse(responseCode = "201", description = "Taken", content = @Content(schema = @Schema(implementation = ReplyView.class)))
    public Uni<Response> answer(@PathParam("slug") String slug, @PathParam("id") String id,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return taking.answer(current.get(), slug, RecordAddress.id(id), body, key).map(Answer::toResponse);
    }

    @POST
    @Path("/{slug}/replies/{id}/publication")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "releaseReply", summary = "Let a held reply out", description = "By a publisher, with a reason; 409 reply_not_held.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplyTaking.Release.class)))
    @APIResponse(responseCode = "200", description = "Out", content = @Content(schema = @Schema(implementation = ReplyView.class)))
    public Uni<Response> release(@PathParam("slug") String slug, @PathParam("id") String id,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return taking.release(current.get(), slug, RecordAddress.id(id), body, key).map(Answer::toResponse);
    }
}
