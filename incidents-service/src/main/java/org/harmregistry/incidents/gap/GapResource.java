package org.harmregistry.incidents.gap;

import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;

/** The gap. */
@Path("/gap")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "gap", description = "What others documented about a party against what it concedes. Public.")
public class GapResource {

    private final Gaps gaps;
    private final IncidentGaps incidentGaps;
    private final JsonReading json;
    private final CurrentCaller caller;

    public GapResource(Gaps gaps, IncidentGaps incidentGaps, JsonReading json, CurrentCaller caller) {
        this.gaps = gaps;
        this.incidentGaps = incidentGaps;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Compressed
    @PermitAll
    @Operation(operationId = "readGap", summary = "Compare what was documented with what was conceded, in civilians killed", description = GapRule.TEXT)
    @APIResponse(responseCode = "200", description = "Both sides and the gap", content = @Content(schema = @Schema(oneOf = {
            Gap.class,
            IncidentGap.class })))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    @APIResponse(responseCode = "422", description = "party_unknown: no party has this slug; range_inverted: to is before from", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Uni<Response> gap(
            @Parameter(description = "Slug of the party", required = true) @QueryParam("party") String party,
            @Parameter(description = "place unless given: a row per area with a total for exactly the period, or for the place "
                    + "asked for. none: one row, of the place or of what names no area. month: a row per month of report, or in which "
                    + "allegations were found credible. incident: a row per incident of the registry, in pages", schema = @Schema(implementation = GapBy.class)) @QueryParam("by") String by,
            @Parameter(description = "Name of the area, as published, in any case") @QueryParam("place") String place,
            @Parameter(description = "First day, month or year of the period; required but with by=month and by=incident", example = "2017-06") @QueryParam("from") String from,
            @Parameter(description = "Last day, month or year of the period, included; required but with by=month and by=incident", example = "2017-10") @QueryParam("to") String to,
            @Parameter(description = ApiText.KNOWN_BY + " Today (UTC) unless given.") @QueryParam("knownBy") String knownBy,
            @Parameter(description = ApiText.AS_OF) @QueryParam("asOf") String asOf,
            @Parameter(description = "Which of the registry's own incidents count in recorded: all, ungraded, or a list of gradings "
                    + "with commas between") @QueryParam("gradings") String gradings,
            @Parameter(description = "With by=incident: how many rows a page holds, 1 to 200, 50 unless given") @QueryParam("limit") String limit,
            @Parameter(description = "With by=incident: " + ApiText.AFTER) @QueryParam("after") String after,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam("If-None-Match") String ifNoneMatch) {
        GapQuestion question = GapQuestion.of(party, by, place, from, to, knownBy, asOf, gradings);
        PageRequest page = PageRequest.of(limit, after);
        if (question.by() != GapBy.INCIDENT) {
            refusePaging("limit", limit);
            refusePaging("after", after);
            return gaps.gap(caller.get(), question).map(gap -> answer(gap, ifNoneMatch));
        }
        return incidentGaps.gap(caller.get(), question, page).map(gap -> answer(gap, ifNoneMatch));
    }

    private static void refusePaging(String name, String value) {
        if (value != null) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, "Only with by=incident.");
        }
    }

    private Response answer(Object gap, String ifNoneMatch) {
        return Answers.record(gap, EntityTags.ofList(Stream.of(json.tree(gap).toString())), ifNoneMatch);
    }
}
