package org.harmregistry.sources.transfer.api;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.transfer.domain.Transfer;

@Schema(name = "TransferRequest", description = "To whom evidence was handed over, and why. Nothing here can be forgotten: name "
        + "institutions, never people.")
public record TransferRequest(
        @Schema(required = true, maxLength = 300, description = "The institution that was given it.") String recipient,
        @Schema(required = true, maxLength = 1000) String reason,
        @Schema(maxLength = 200, description = "The recipient's own number of it.") String reference,
        @Schema(description = "The day in UTC; absent: today.") LocalDate on,
        @Schema(description = "The file that was handed over; absent: the source as a whole.") UUID attachment) {

    Transfer toTransfer() {
        return new Transfer(recipient, reason, reference, on, attachment);
    }
}
