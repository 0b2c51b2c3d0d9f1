package org.harmregistry.sources.source.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.FieldworkGrouping;
import org.harmregistry.sources.source.domain.FieldworkSums;

import io.smallrye.mutiny.Uni;

/** Field work in numbers, for reports. */
@Path("/sources/fieldwork")
@Produces("application/json")
@Tag(name = "sources")
public class FieldworkResource {

    private final CurrentCaller caller;
    private final FieldworkSums sums;
    private final Horizon horizon;

    FieldworkResource(CurrentCaller caller, FieldworkSums sums, Horizon horizon) {
        this.caller = caller;
        this.sums = sums;
        this.horizon = horizon;
    }

    @GET
    @PermitAll
    @Operation(operationId = "countFieldwork", summary = "Count site visits and interviews", description = "What the reader may "
            + "see: exactly for the registry's staff and for an organisation's own records; for everybody without groups of fewer than three "
            + "sources, and families as a number alone. Of a past instant what the reader may see today is counted as it was then.")
    @APIResponse(responseCode = "200", description = "The counts.", content = @Content(schema = @Schema(implementation = FieldworkResponse.class)))
    public Uni<FieldworkResponse> countFieldwork(
            @QueryParam("by") @Parameter(description = "kind (the default), country, admin1, admin2, place, month, mode or family; family is not for everybody.") String by,
            @QueryParam("dataset") @Parameter(description = "Slug of the data set that the records were taken from.") String dataset,
            @QueryParam("organisation") @Parameter(description = "The organisation that brought the records.") String organisation,
            @QueryParam("country") @Parameter(description = "The country in which it was done, two letters of ISO 3166-1.", example = "SY") String country,
            @QueryParam("admin1") @Parameter(description = "The first-order area in which it was done, by its code.", example = "SY11") String admin1,
            @QueryParam("asOf") @Parameter(description = AsOf.PARAMETER, schema = @Schema(format = "date-time")) String asOf) {
        FieldworkGrouping grouping = by == null ? FieldworkGrouping.KIND
                : FieldworkGrouping.of(by).orElseThrow(() -> Failure.atParameter(CommonFailure.INVALID_PARAMETER, "by",
                        "by is kind, country, admin1, admin2, place, month, mode or family."));
        Caller reader = caller.get();
        FieldworkSums.Selection today = new FieldworkSums.Selection(SourceQuery.text(dataset, "dataset"),
                SourceQuery.text(organisation, "organisation"), SourceQuery.text(country, "country"),
                SourceQuery.text(admin1, "admin1"), null);
        return horizon.effective(AsOf.parameter(asOf)).chain(instant -> sums.count(reader, grouping, today.at(instant))
                .map(counted -> FieldworkResponse.of(grouping.term(), counted, instant)));
    }
}
