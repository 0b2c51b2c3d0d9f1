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

    FieldworkResource(CurrentCaller caller, FieldworkSums sums) {
        this.caller = caller;
        this.sums = sums;
    }

    @GET
    @PermitAll
    @Operation(operationId = "countFieldwork", summary = "Count site visits and interviews", description = "What the reader may "
            + "see: exactly for the registry's staff and for an organisation's own records; for everybody without groups of fewer than three "
            + "sources, and families as a number alone.")
    @APIResponse(responseCode = "200", description = "The counts.", content = @Content(schema = @Schema(implementation = FieldworkResponse.class)))
    public Uni<FieldworkResponse> countFieldwork(
            @QueryParam("by") @Parameter(description = "kind (the default), country, admin1, admin2, place, month or family; family is not for everybody.") String by,
            @QueryParam("dataset") @Parameter(description = "Slug of the data set that the records were taken from.") String dataset,
            @QueryParam("organisation") @Parameter(description = "The organisation that brought the records.") String organisation) {
        FieldworkGrouping grouping = by == null ? FieldworkGrouping.KIND
                : FieldworkGrouping.of(by).orElseThrow(() -> Failure.atParameter(CommonFailure.INVALID_PARAMETER, "by",
                        "by is kind, country, admin1, admin2, place, month or family."));
        return sums.count(caller.get(), grouping, SourceQuery.text(dataset, "dataset"),
                SourceQuery.text(organisation, "organisation"))
                .map(counted -> FieldworkResponse.of(grouping.term(), counted));
    }
}
