package org.harmregistry.sources.consent.api;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.consent.domain.ConsentContent;
import org.harmregistry.sources.consent.domain.ConsentRegister;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What the person behind a source allows to be done with it. */
@Path("/sources/{id}/consent")
@Produces("application/json")
@Authenticated
@Tag(name = "witnesses")
public class ConsentResource {

    private final CurrentCaller caller;
    private final JsonReading json;
    private final ConsentRegister register;
    private final CursorCodec cursors;

    ConsentResource(CurrentCaller caller, JsonReading json, ConsentRegister register, CursorCodec cursors) {
        this.caller = caller;
        this.json = json;
        this.register = register;
        this.cursors = cursors;
    }

    @POST
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "recordSourceConsent", summary = "Record a consent or its withdrawal", description = "By "
            + "contributors of the source's own organisation, analysts and custodians. Rows are only ever added; the newest of a "
            + "purpose counts. Without a consent to publish, or after its last day, the source is withheld at once, with its "
            + "citations. While keep_only alone is given, or once analysis or keep_only is withdrawn, "
            + "only its own organisation sees it. The answer leaves "
            + "out the words.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ConsentContent.class)))
    @APIResponse(responseCode = "201", description = "Recorded, and its effect is there.", content = @Content(schema = @Schema(implementation = ConsentResponse.class)))
    public Uni<Response> recordSourceConsent(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key,
            byte[] body) {
        UUID source = RecordAddress.id(id);
        IdempotentCall call = IdempotentCall.of(caller.get(), "recordSourceConsent " + source, key, body);
        return register.record(call, source, () -> json.read(body, ConsentContent.class),
                consent -> new Answer(201, null, null, json.tree(ConsentResponse.withoutTexts(consent)).toString()))
                .map(Answer::toResponse);
    }

    @GET
    @Authenticated
    @Operation(operationId = "listSourceConsents", summary = "List the consents of a source", description = "The oldest first, with "
            + "their words. For contributors of the source's own organisation, analysts, publishers and custodians.")
    @APIResponse(responseCode = "200", description = "A page of consents.", content = @Content(schema = @Schema(implementation = ConsentList.class)))
    public Uni<Response> listSourceConsents(@PathParam("id") String id, @QueryParam("limit") String limit,
            @QueryParam("after") String after, @Context UriInfo uri) {
        Caller by = caller.get();
        UUID source = RecordAddress.id(id);
        PageRequest page = PageRequest.of(limit, after);
        String binding = "consents of source " + source;
        int behind = after == null ? 0 : Integer.parseInt(cursors.decode(binding, after, 1).get(0));
        return register.list(by, source, behind, page.limit()).map(found -> {
            Page<ConsentResponse> read = Page.of(found, page.limit(),
                    last -> cursors.encode(binding, List.of(Integer.toString(last.consent().number()))))
                    .map(ConsentResponse::from);
            String tag = EntityTags.ofList(read.items().stream().map(each -> String.valueOf(each.number())));
            Response answer = Answers.page(read, new ConsentList(read.items(), read.page()), tag, null, uri);
            answer.getHeaders().putSingle("Cache-Control", "no-store");
            return answer;
        });
    }
}
