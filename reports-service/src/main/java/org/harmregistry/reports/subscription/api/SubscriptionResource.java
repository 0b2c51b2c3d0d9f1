package org.harmregistry.reports.subscription.api;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.reports.subscription.domain.NewSubscription;
import org.harmregistry.reports.subscription.domain.Subscription;
import org.harmregistry.reports.subscription.domain.SubscriptionContent;
import org.harmregistry.reports.subscription.domain.Subscriptions;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Subscriptions over HTTP. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions", description = "Being told when an edition comes out, is replaced or is taken back: webhooks as Standard Webhooks 1.0 signs them.")
public class SubscriptionResource {

    private static final String BINDING = "subscriptions";

    private final Subscriptions subscriptions;
    private final CurrentCaller caller;
    private final CursorCodec cursors;
    private final JsonReading json;

    SubscriptionResource(Subscriptions subscriptions, CurrentCaller caller, CursorCodec cursors, JsonReading json) {
        this.subscriptions = subscriptions;
        this.caller = caller;
        this.cursors = cursors;
        this.json = json;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listSubscriptions", summary = "List the subscriptions that are yours", description = "Those of your "
            + "organisation; administrators see all. The newest first.")
    @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = SubscriptionPage.class)))
    @APIResponse(responseCode = "304", description = "You hold this page")
    public Uni<Response> list(@Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, after);
        UUID before = after == null ? null : RecordAddress.id(cursors.decode(BINDING, after, 1).get(0));
        return subscriptions.list(caller.get(), before, request.limit() + 1).map(rows -> {
            Page<Subscription> page = Page.of(rows, request.limit(),
                    last -> cursors.encode(BINDING, List.of(last.id().toString())));
            String tag = EntityTags.ofList(page.items().stream().map(item -> item.id() + ":" + item.version()));
            return Answers.page(page, page.map(SubscriptionView::of), tag, ifNoneMatch, uri);
        });
    }

    @POST
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST, Role.PUBLISHER, Role.PARTY, Role.ADMIN })
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createSubscription", summary = "Subscribe", description = "A webhook is sent over https to an address of "
            + "the public internet; fetch the secret that signs it from its own address. An e-mail address is asked first whether it wants "
            + "this. Refused with 422 address_not_allowed or webhook_not_secure, 409 too_many_subscriptions or mail_is_off.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewSubscription.class)))
    @APIResponse(responseCode = "201", description = "Stored", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Uni<Response> create(@Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) byte[] body) {
        return subscriptions.create(caller.get(), body, key, stored -> answer(201, stored)).map(Answer::toResponse);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(operationId = "getSubscription", summary = "Read one subscription")
    @APIResponse(responseCode = "200", description = "The subscription", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version")
    public Uni<Response> get(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return subscriptions.get(caller.get(), RecordAddress.id(id)).map(found -> Answers.record(SubscriptionView.of(found),
                Subscriptions.tag(found), ifNoneMatch));
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "changeSubscription", summary = "Change a subscription by merge patch", description = "Needs If-Match. The channel stays.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SubscriptionContent.class)))
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Uni<Response> change(@PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(hidden = true) byte[] body) {
        return subscriptions.change(caller.get(), RecordAddress.id(id), body, ifMatch)
                .map(changed -> Answers.record(SubscriptionView.of(changed), Subscriptions.tag(changed), null));
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(operationId = "deleteSubscription", summary = "End a subscription", description = "Needs If-Match. Its address and all that was sent for it are deleted.")
    @APIResponse(responseCode = "204", description = "Gone")
    public Uni<Response> delete(@PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return subscriptions.delete(caller.get(), RecordAddress.id(id), ifMatch)
                .map(done -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/activation")
    @Authenticated
    @Operation(operationId = "activateSubscription", summary = "Let a disabled subscription be told again", description = "What waited "
            + "for it is sent. What happened meanwhile was not queued: replay it. 409 subscription_not_disabled.")
    @APIResponse(responseCode = "200", description = "Active again", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Uni<Response> activate(@PathParam("id") String id,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key) {
        return subscriptions.activate(caller.get(), RecordAddress.id(id), key, active -> answer(200, active))
                .map(Answer::toResponse);
    }

    @GET
    @Path("/{id}/secret")
    @Authenticated
    @Operation(operationId = "getSubscriptionSecret", summary = "Fetch the secret that signs your webhooks", description = "For its own "
            + "organisation alone. Verify webhook-signature with it as Standard Webhooks 1.0 says.")
    @APIResponse(responseCode = "200", description = "The secret, and the one before while both sign", content = @Content(schema = @Schema(implementation = SecretView.class)))
    public Uni<Response> secret(@PathParam("id") String id) {
        return subscriptions.secrets(caller.get(), RecordAddress.id(id)).map(secrets -> Response.ok(SecretView.of(secrets))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    @POST
    @Path("/{id}/secret")
    @Authenticated
    @Operation(operationId = "rotateSubscriptionSecret", summary = "Begin a new secret", description = "For a day each webhook carries a "
            + "signature by the new and one by the old.")
    @APIResponse(responseCode = "200", description = "The subscription; fetch the secret", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Uni<Response> rotate(@PathParam("id") String id,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key) {
        return subscriptions.rotate(caller.get(), RecordAddress.id(id), key, rotated -> answer(200, rotated))
                .map(Answer::toResponse);
    }

    private Answer answer(int status, Subscription subscription) {
        return new Answer(status, status == 201 ? "/api/v1/subscriptions/" + subscription.id() : null,
                Subscriptions.tag(subscription), json.tree(SubscriptionView.of(subscription)).toString());
    }
}
