package org.harmregistry.incidents.ledger.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.ledger.domain.LedgerQuestion;
import org.harmregistry.incidents.ledger.domain.LedgerRule;
import org.harmregistry.incidents.ledger.domain.Ledgers;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;

/** The ledger. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger", description = "The allegations made to a party, month by month, from their transitions; the party's own tallies beside.")
public class LedgerResource {

    private final Ledgers ledgers;
    private final UnitOfWork unitOfWork;
    private final Horizon horizon;
    private final CurrentCaller current;

    public LedgerResource(Ledgers ledgers, UnitOfWork unitOfWork, Horizon horizon, CurrentCaller current) {
        this.ledgers = ledgers;
        this.unitOfWork = unitOfWork;
        this.horizon = horizon;
        this.current = current;
    }

    @GET
    @Compressed
    @PermitAll
    @Operation(operationId = "readLedger", summary = "Read a party's ledger", description = LedgerRule.TEXT
            + " It counts the allegations that the "
            + "caller may see: covers tells which.")
    @APIResponse(responseCode = "200", description = "Every month asked for", content = @Content(schema = @Schema(implementation = LedgerResponse.class)))
    @APIResponse(responseCode = "409", description = "ledger_inconsistent: transitions are no legal path; analysts are told which cases", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "422", description = "party_unknown: no party has this slug; range_inverted: to is before from", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Uni<LedgerResponse> ledger(
            @Parameter(description = "Slug of the party", required = true) @QueryParam("party") String party,
            @Parameter(description = "The first month", required = true, example = "2017-01") @QueryParam("from") String from,
            @Parameter(description = "The last month, at most 600 in all", required = true, example = "2018-12") @QueryParam("to") String to,
            @Parameter(description = ApiText.KNOWN_BY
                    + " A transition counts once all before it are known.") @QueryParam("knownBy") String knownBy,
            @Parameter(description = ApiText.AS_OF) @QueryParam("asOf") String asOf) {
        Caller caller = current.get();
        LedgerQuestion question = LedgerQuestion.of(party, from, to, knownBy, asOf);
        return horizon.effective(question.asOf()).chain(instant -> unitOfWork
                .read(session -> ledgers.ledger(session, caller, question.at(instant)))).map(LedgerResponse::of);
    }
}
