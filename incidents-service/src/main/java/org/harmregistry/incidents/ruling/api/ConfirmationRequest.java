package org.harmregistry.incidents.ruling.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Reason;

/** What a second analyst adds to a ruling. */
@Schema(name = "ConfirmationOfRuling")
record ConfirmationRequest(
        @Schema(maxLength = 2000, description = "What the second analyst adds; the ruling's own reason stands beside it.") String reason) {

    ConfirmationRequest {
        reason = reason == null ? null : new Reason(reason).reason();
    }
}
