package org.harmregistry.reports.delivery.api;

import java.util.List;
import java.util.stream.Stream;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.reports.delivery.domain.LoggedDelivery;
import org.harmregistry.reports.delivery.domain.Telling;
import org.harmregistry.reports.delivery.domain.WebhookMessage;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What was sent for a subscription, over HTTP. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class DeliveryResource {

    private final Telling telling;
    private final WebhookMessage message;
    private final CurrentCaller caller;
    private final CursorCodec cursors;
    private final JsonReading json;

    DeliveryResource(Telling telling, WebhookMessage message, CurrentCaller caller, CursorCodec cursors, JsonReading json) {
        this.telling = telling;
        this.message = message;
        this.caller = caller;
        this.cursors = cursors;
        this.json = json;
    }

    @GET
    @Path("/{id}/deliveries")
    @Authenticated
    @Operation(operationId = "listDeliveries", summary = "List what was sent, with each attempt", description = "The newest first; kept "
            + "for 30 days after it ended.")
    @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(responseCode = "304", description = "You hold this page")
    public Uni<Response> list(@PathParam("id") String id,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, after);
        String binding = "deliveries/" + id;
        Long before = after == null ? null : Long.valueOf(cursors.decode(binding, after, 1).get(0));
        return telling.log(caller.get(), RecordAddress.id(id), before, request.limit() + 1).map(rows -> {
            Page<DeliveryView> page = Page.<LoggedDelivery> of(rows, request.limit(),
                    last -> cursors.encode(binding, List.of(Long.toString(last.announcement().id())))).map(this::view);
            String tag = EntityTags.ofList(page.items().stream().map(item -> json.tree(item).toString()));
            return Answers.page(page, page, tag, ifNoneMatch, uri);
        });
    }

    @GET
    @Path("/{id}/deliveries/{message}")
    @Authenticated
    @Operation(operationId = "getDelivery", summary = "Read what became of one message")
    @APIResponse(responseCode = "200", description = "The delivery", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version")
    public Uni<Response> get(@PathParam("id") String id, @PathParam("message") String messageId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return telling.get(caller.get(), RecordAddress.id(id), RecordAddress.id(messageId)).map(this::view)
                .map(view -> Answers.record(view, EntityTags.ofList(Stream.of(json.tree(view).toString())),
                        ifNoneMatch));
    }

    @POST
    @Path("/{id}/test")
    @Authenticated
    @Operation(operationId = "testSubscription", summary = "Send a test", description = "A message of type subscription.test, sent within "
            + "seconds; read the delivery to see what came of it. 409 subscription_not_active.")
    @APIResponse(responseCode = "201", description = "Queued", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Uni<Response> test(@PathParam("id") String id,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key) {
        return telling.test(caller.get(), RecordAddress.id(id), key, queued -> new Answer(201,
                "/api/v1/subscriptions/" + id + "/deliveries/" + queued.announcement().messageId(), null,
                json.tree(view(queued)).toString())).map(Answer::toResponse);
    }

    @POST
    @Path("/{id}/replay")
    @Authenticated
    @Operation(operationId = "replaySubscription", summary = "Be told again", description = "Of everything behind a cursor that a message or "
            + "a delivery carries, or of all without one, as far as the subscription wants it; under the same ids as before. "
            + "410 cursor_expired if the register was set back.")
    @APIResponse(responseCode = "200", description = "Queued", content = @Content(schema = @Schema(implementation = ReplayView.class)))
    public Uni<Response> replay(@PathParam("id") String id,
            @Parameter(description = "Cursor of the last message that you have") @QueryParam("after") String after,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key) {
        return telling.replay(caller.get(), RecordAddress.id(id), after, key, queued -> new Answer(200, null, null,
                json.tree(new ReplayView(queued)).toString())).map(Answer::toResponse);
    }

    private DeliveryView view(LoggedDelivery delivery) {
        return DeliveryView.of(delivery, message.cursor(delivery.announcement()));
    }
}
