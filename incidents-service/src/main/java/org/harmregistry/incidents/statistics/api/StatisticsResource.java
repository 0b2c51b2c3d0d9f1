package org.harmregistry.incidents.statistics.api;

import java.time.Instant;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.IncidentParameters;
import org.harmregistry.incidents.place.Gazetteer;
import org.harmregistry.incidents.statistics.domain.Figures;
import org.harmregistry.incidents.statistics.domain.Statistics;
import org.harmregistry.incidents.statistics.domain.StatisticsQuestion;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;

/** What incidents add up to. */
@Path("/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics", description = "What incidents add up to, by a named rule, with what is missing from the figures.")
public class StatisticsResource {

    private final Statistics statistics;
    private final Horizon horizon;
    private final UnitOfWork unitOfWork;
    private final Gazetteer gazetteer;
    private final CurrentCaller current;

    public StatisticsResource(Statistics statistics, Horizon horizon, UnitOfWork unitOfWork, Gazetteer gazetteer,
            CurrentCaller current) {
        this.statistics = statistics;
        this.horizon = horizon;
        this.unitOfWork = unitOfWork;
        this.gazetteer = gazetteer;
        this.current = current;
    }

    @GET
    @Compressed
    @PermitAll
    @Operation(operationId = "getStatistics", summary = "Count incidents and sum up harm", description = "Counts the incidents that the "
            + "caller may see. An unknown bound is not zero: it is left out of its sum and counted as unknown. An incident counts once "
            + "in the total; by strikeType, party or infrastructure it stands in the group of each of its values. By sex, ageGroup, cause and civilianStatus (SDG 16.1.2) "
            + "recorded victims are counted; who reads no names is shown the same kinds of persons as in the counts of each incident. 422 too_many_groups "
            + "beyond 10,000 groups.")
    public Uni<StatisticsView> statistics(@BeanParam IncidentParameters parameters,
            @QueryParam("by") @Parameter(description = "none (the default), or up to three of month, week (ISO 8601), year, country, admin1, grading, strikeStatus, "
                    + "degree, tenthOfDegree, hundredthOfDegree (the square that the point lies in, by its middle as lat,lon), "
                    + "strikeType, party and infrastructure, and any of sex, ageGroup, cause and civilianStatus, with commas between.", example = "month,grading") String by,
            @QueryParam("records") @Parameter(description = "digest, to be told exactly which records were counted. All of them are read for it.") String records) {
        Caller caller = current.get();
        Instant asked = parameters.asOf();
        StatisticsQuestion today = StatisticsQuestion.of(parameters.filter(gazetteer), by, records);
        return horizon.effective(asked).chain(asOf -> figures(caller, today.at(asOf))).map(StatisticsView::of);
    }

    /** The past, and the digest of what was counted, are answered by going through all records that are asked about. */
    private Uni<Figures> figures(Caller caller, StatisticsQuestion question) {
        return question.filter().asOf() == null && !question.digest()
                ? unitOfWork.read(session -> statistics.figures(session, caller, question))
                : unitOfWork.readLarge(session -> statistics.figures(session, caller, question));
    }
}
