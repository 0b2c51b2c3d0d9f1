package org.harmregistry.sources.transfer.api;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.custody.domain.CustodyEntry;
import org.harmregistry.sources.transfer.domain.SourceTransfers;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Evidence that is handed over to a court, a prosecutor or another archive. */
@Path("/sources/{id}/custody/transfers")
@Produces("application/json")
@Tag(name = "custody")
public class TransferResource {

    private final CurrentCaller caller;
    private final JsonReading json;
    private final SourceTransfers transfers;

    TransferResource(CurrentCaller caller, JsonReading json, SourceTransfers transfers) {
        this.caller = caller;
        this.json = json;
        this.transfers = transfers;
    }

    @POST
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "recordTransfer", summary = "Record that evidence was handed over", description = "By a publisher or "
            + "custodian: a source, or one of its files, was given to an institution outside the registry. It stands in the custody "
            + "log with the digest of what was given, and the source stays as it is. 422 attachment_unknown, transferred_in_future.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TransferRequest.class)))
    @APIResponse(responseCode = "201", description = "Recorded.", headers = @Header(name = "Location", description = "The custody of the source."), content = @Content(schema = @Schema(implementation = TransferResponse.class)))
    public Uni<Response> recordTransfer(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, byte[] body) {
        Caller by = caller.get();
        UUID source = RecordAddress.id(id);
        return transfers.record(IdempotentCall.of(by, "recordTransfer " + source, key, body), source,
                () -> json.read(body, TransferRequest.class).toTransfer(), this::answer).map(Answer::toResponse);
    }

    private Answer answer(CustodyEntry entry) {
        return new Answer(201, RecordAddress.of("sources", entry.source()) + "/custody", null,
                json.text(TransferResponse.from(entry)));
    }
}
