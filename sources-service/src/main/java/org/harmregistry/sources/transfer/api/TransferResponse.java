package org.harmregistry.sources.transfer.api;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.custody.domain.CustodyEntry;

@Schema(name = "Transfer", description = "A transfer as the custody log holds it.")
public record TransferResponse(
        UUID source,
        @Schema(description = "The file that was handed over; absent for the source as a whole.") UUID attachment,
        String recipient,
        String reason,
        String reference,
        @Schema(description = "ISO 8601, in UTC.") String on,
        @Schema(description = "Of what was handed over, sha-256:<hex>; for the source itself of its newest revision's canonical JSON.") String digest,
        @Schema(description = "When it was recorded.") Instant recordedAt) {

    static TransferResponse from(CustodyEntry entry) {
        return new TransferResponse(entry.source(), entry.attachment(), (String) entry.detail().get("recipient"),
                entry.reason(), (String) entry.detail().get("reference"), (String) entry.detail().get("on"), entry.digest(),
                entry.at());
    }
}
