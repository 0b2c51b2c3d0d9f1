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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.reports.edition.domain.Trials;
import org.harmregistry.reports.inquiry.Inquiries;
import org.harmregistry.reports.inquiry.InquiryKind;
import org.harmregistry.reports.inquiry.InquiryView;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Tries an edition without making one. */
@Path("/api/v1/reports/{slug}/trial")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class TrialResource {

    private final Trials trials;
    private final Inquiries inquiries;
    private final LaterAnswers later;
    private final CurrentCaller caller;

    public TrialResource(Trials trials, Inquiries inquiries, LaterAnswers later, CurrentCaller caller) {
        this.trials = trials;
        this.inquiries = inquiries;
        this.later = later;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "tryEdition", summary = "Make an edition for a trial", description = "By publishers: what would come out now for "
            + "a listed period, or for that of the schedule's next firing, and what the gate would find. Nothing is kept. "
            + LaterAnswers.HOW)
    @RequestBody(content = @Content(schema = @Schema(implementation = Trials.Wanted.class)))
    @APIResponse(responseCode = "200", description = "What would come out", content = @Content(schema = @Schema(implementation = Trials.Trial.class)))
    @APIResponse(responseCode = "202", description = LaterAnswers.TAKEN, headers = {
            @Header(name = "Location", description = "Where the answer will be", schema = @Schema(type = SchemaType.STRING)),
            @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = SchemaType.INTEGER)),
            @Header(name = "Preference-Applied", schema = @Schema(type = SchemaType.STRING)) }, content = @Content(schema = @Schema(implementation = InquiryView.class)))
    public Uni<Response> attempt(@PathParam("slug") String slug,
            @Parameter(description = IdempotentCall.KEY) @HeaderParam("Idempotency-Key") String key,
            @Parameter(description = LaterAnswers.PREFER, schema = @Schema(type = SchemaType.STRING)) @HeaderParam("Prefer") List<String> prefer,
            @Parameter(hidden = true) byte[] body) {
        if (Preference.asksForAsynchrony(prefer)) {
            return trials.ask(caller.get(), slug, body, key, inquiry -> later.taken(address(slug), inquiry))
                    .map(LaterAnswers::response);
        }
        return trials.run(caller.get(), slug, body).map(LaterAnswers::now);
    }

    @GET
    @Path("/{inquiry}")
    @PermitAll
    @Operation(operationId = "getTrial", summary = "Read how a trial stands that nobody waits for", description = "For publishers; 404 for all others.")
    @APIResponse(responseCode = "200", description = "How it stands", content = @Content(schema = @Schema(implementation = InquiryView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version")
    public Uni<Response> get(@PathParam("slug") String slug, @PathParam("inquiry") String inquiry,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return inquiries.get(caller.get(), InquiryKind.TRIAL, slug, RecordAddress.id(inquiry))
                .map(found -> LaterAnswers.standing(found, ifNoneMatch));
    }

    private static String address(String slug) {
        return "/api/v1/reports/" + slug + "/trial/";
    }
}
