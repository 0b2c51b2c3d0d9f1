package org.harmregistry.reports.edition.api;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.live.LiveStreams;
import org.harmregistry.reports.edition.domain.EditionCalls;
import org.harmregistry.reports.edition.domain.EditionRuns;
import org.harmregistry.reports.edition.domain.Reason;
import org.harmregistry.reports.run.domain.Run;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** How the making of an edition goes, over HTTP, and how it is called off. */
@Path("/api/v1/editions/{id}/run")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class EditionRunResource {

    /** After how many seconds a run that has not ended is worth another look. */
    static final String RETRY_AFTER = "2";

    private final EditionRuns runs;
    private final LiveStreams streams;
    private final CurrentCaller current;
    private final JsonReading json;

    public EditionRunResource(EditionRuns runs, LiveStreams streams, CurrentCaller current, JsonReading json) {
        this.runs = runs;
        this.streams = streams;
        this.current = current;
        this.json = json;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getEditionRun", summary = "Read how the making of an edition goes", description = "For analysts, publishers and administrators; 404 for all others. "
            + "While it goes on Retry-After says when to look again. With Accept: text/event-stream it is followed live: each event is "
            + "the run, its id the version; the stream ends with the run, and who comes again with the end's Last-Event-ID gets 204. "
            + "An edition from before runs were kept has none.")
    @APIResponse(responseCode = "200", description = "The run", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunView.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = RunView.class)) })
    @APIResponse(responseCode = "304", description = "You hold this version")
    public Uni<Response> get(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return runs.get(current.get(), RecordAddress.id(id)).map(run -> {
            Response answer = Answers.record(RunView.of(run), RunView.tag(run), ifNoneMatch);
            return run.state().hasEnded() ? answer
                    : Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER).build();
        });
    }

    @GET
    @PermitAll
    @FollowedRun
    @Produces(LiveStreams.MEDIA_TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@PathParam("id") String id, @Context Sse sse) {
        Caller reader = current.get();
        UUID edition = RecordAddress.id(id);
        return streams.follow(() -> new RunEvents(runs, json, sse, reader, edition), sse);
    }

    @POST
    @Path("/cancellation")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cancelEditionRun", summary = "Call off the making of an edition", description = "By a publisher, with the edition's ETag or * in If-Match. Whoever makes it stops within a "
            + "second; the edition is abandoned, holds nothing and is never out. 409 run_ended once the edition is whole, or was given up.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "200", description = "Called off", content = @Content(schema = @Schema(implementation = RunView.class)))
    public Uni<Response> cancel(@PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return runs.cancel(new EditionCalls.Call(current.get(), RecordAddress.id(id), "cancelEditionRun", ifMatch, key, body),
                run -> answer(200, run)).map(Answer::toResponse);
    }

    private Answer answer(int status, Run run) {
        return new Answer(status, null, RunView.tag(run), json.tree(RunView.of(run)).toString());
    }
}
