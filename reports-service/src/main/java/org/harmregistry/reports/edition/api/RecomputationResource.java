package org.harmregistry.reports.edition.api;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.reports.edition.domain.Recomputation;
import org.harmregistry.reports.edition.domain.Recomputing;
import org.harmregistry.reports.inquiry.Inquiries;
import org.harmregistry.reports.inquiry.InquiryKind;
import org.harmregistry.reports.inquiry.InquiryView;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Makes the figures of an edition again. */
@Path("/api/v1/editions/{id}/recomputation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class RecomputationResource {

    private final Recomputing recomputing;
    private final Inquiries inquiries;
    private final LaterAnswers later;
    private final CurrentCaller caller;

    public RecomputationResource(Recomputing recomputing, Inquiries inquiries, LaterAnswers later, CurrentCaller caller) {
        this.recomputing = recomputing;
        this.inquiries = inquiries;
        this.later = later;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Operation(operationId = "recomputeEdition", summary = "Make an edition's figures again", description = "By staff. The other "
            + "services are asked as of the edition's instant, with today's rights: what nobody may see any more is missing, and named. "
            + LaterAnswers.HOW)
    @APIResponse(responseCode = "200", description = "Whether the figures are the same", content = @Content(schema = @Schema(implementation = Recomputation.class)))
    @APIResponse(responseCode = "202", description = LaterAnswers.TAKEN, headers = {
            @Header(name = "Location", description = "Where the answer will be", schema = @Schema(type = SchemaType.STRING)),
            @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = SchemaType.INTEGER)),
            @Header(name = "Preference-Applied", schema = @Schema(type = SchemaType.STRING)) }, content = @Content(schema = @Schema(implementation = InquiryView.class)))
    public Uni<Response> recompute(@PathParam("id") String id,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(description = LaterAnswers.PREFER, schema = @Schema(type = SchemaType.STRING)) @HeaderParam("Prefer") List<String> prefer) {
        UUID edition = RecordAddress.id(id);
        if (Preference.asksForAsynchrony(prefer)) {
            return recomputing.ask(caller.get(), edition, key, inquiry -> later.taken(address(edition), inquiry))
                    .map(LaterAnswers::response);
        }
        return recomputing.recompute(caller.get(), edition).map(LaterAnswers::now);
    }

    @GET
    @Path("/{inquiry}")
    @PermitAll
    @Operation(operationId = "getRecomputation", summary = "Read how a recomputation stands that nobody waits for", description = "For staff; 404 for all others.")
    @APIResponse(responseCode = "200", description = "How it stands", content = @Content(schema = @Schema(implementation = InquiryView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version")
    public Uni<Response> get(@PathParam("id") String id, @PathParam("inquiry") String inquiry,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return inquiries.get(caller.get(), InquiryKind.RECOMPUTATION, RecordAddress.id(id).toString(),
                RecordAddress.id(inquiry)).map(found -> LaterAnswers.standing(found, ifNoneMatch));
    }

    private static String address(UUID edition) {
        return "/api/v1/editions/" + edition + "/recomputation/";
    }
}
