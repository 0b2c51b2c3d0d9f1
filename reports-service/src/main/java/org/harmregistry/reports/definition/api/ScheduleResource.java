package org.harmregistry.reports.definition.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.ReportSchedule;

import io.smallrye.mutiny.Uni;

/** When a report is made next, over HTTP. */
@Path("/api/v1/reports/{slug}/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class ScheduleResource {

    private static final int SHOWN = 12;

    private final Definitions definitions;
    private final Clock clock;

    public ScheduleResource(Definitions definitions, Clock clock) {
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * @param at when, UTC
     * @param period what the edition is about
     */
    @Schema(name = "Firing")
    public record FiringView(Instant at, ReportPeriod period) {
    }

    /**
     * @param schedule the schedule; absent where the report has none
     * @param next when it fires next, at most 12 times
     */
    @Schema(name = "ScheduleOfReport")
    public record ScheduleView(ReportSchedule schedule, List<FiringView> next) {
    }

    @GET
    @PermitAll
    @Operation(operationId = "getSchedule", summary = "Read when a report is made next, and about what")
    @APIResponse(responseCode = "200", description = "The next dates", content = @Content(schema = @Schema(implementation = ScheduleView.class)))
    public Uni<Response> get(@PathParam("slug") String slug) {
        return definitions.get(slug).map(found -> {
            ReportSchedule schedule = found.content().schedule();
            List<FiringView> next = schedule == null ? List.of()
                    : schedule.next(clock.instant(), SHOWN).stream()
                            .map(firing -> new FiringView(firing.at(), firing.period())).toList();
            return Response.ok(new ScheduleView(schedule, next)).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
        });
    }
}
