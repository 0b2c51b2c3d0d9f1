package org.harmregistry.incidents.count.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Reason;

/** Why numbers are derived again. */
@Schema(name = "DerivationOfCounts")
record DerivationRequest(@Schema(maxLength = 2000, description = "Why now.") String reason) {

    DerivationRequest {
        reason = reason == null ? null : new Reason(reason).reason();
    }
}
