package org.harmregistry.sources.citation.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.sources.citation.domain.CitationRegister;
import org.harmregistry.sources.citation.domain.CitationSummary;

import io.smallrye.mutiny.Uni;

/** What is said of one incident, put side by side. */
@Path("/citations/summary")
@Tag(name = "citations")
public class CitationSummaryResource {

    private final CurrentCaller caller;
    private final CitationRegister register;

    CitationSummaryResource(CurrentCaller caller, CitationRegister register) {
        this.caller = caller;
        this.register = register;
    }

    @GET
    @PermitAll
    @Produces("application/json")
    @Operation(operationId = "readCitationSummary", summary = "Read what is said of an incident", description = "How many sources, "
            + "how many independent of one another, in which languages, and their claims side by side. An incident that nobody "
            + "cites is answered with zeros. At most 1,000 citations: 422 too_many_citations beyond.")
    @APIResponse(responseCode = "200", description = "The summary.", content = @Content(schema = @Schema(implementation = CitationSummaryResponse.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> readCitationSummary(
            @Parameter(required = true, description = "The incident that is cited for.", schema = @Schema(format = "uuid")) @QueryParam("incident") String incident,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        Caller by = caller.get();
        return register.summary(by, CitationQuery.requiredIncident(incident))
                .map(found -> Answers.record(CitationSummaryResponse.from(found, by), tag(found, by), ifNoneMatch));
    }

    private static String tag(CitationSummary summary, Caller by) {
        return EntityTags.ofList(summary.citations().stream().map(each -> CitationPages.line(each.cited(), by)));
    }
}
