package org.harmregistry.sources.witness.api;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.witness.domain.GuardedAct;
import org.harmregistry.sources.witness.domain.GuardedState;
import org.harmregistry.sources.witness.domain.ReasonedAct;

@Schema(name = "GuardedAct", description = "An opening or a shredding of an identity: asked for by one custodian, decided by another.")
public record GuardedActResponse(
        @Schema(minimum = "1", description = "Counts the acts of this kind on this identity.") int number,
        GuardedState state,
        @Schema(description = "Why it was asked for; left out of answers that may be kept for a retry.") String reason,
        @Schema(description = "Subject of the custodian who asked.") String requestedBy,
        Instant requestedAt,
        @Schema(description = "Until when a second custodian may decide.") Instant expiresAt,
        @Schema(description = "Why it was consented to or refused; left out of answers that may be kept for a retry.") String decision,
        @Schema(description = "Subject of the custodian who decided.") String decidedBy,
        Instant decidedAt,
        @Schema(description = "Of an opening consented to: until when the identity may be read.") Instant openUntil,
        @Schema(description = "How often the identity was read.") int readings,
        Instant lastReadAt) {

    static GuardedActResponse from(ReasonedAct opened) {
        return of(opened.act(), opened.reason(), opened.decision());
    }

    /** Without reasons: what is kept for a retry must not hold them. */
    static GuardedActResponse withoutReasons(GuardedAct act) {
        return of(act, null, null);
    }

    private static GuardedActResponse of(GuardedAct act, String reason, String decision) {
        return new GuardedActResponse(act.number(), act.state(), reason, act.requestedBy(), act.requestedAt(), act.expiresAt(),
                decision, act.decidedBy(), act.decidedAt(), act.openUntil(), act.readings(), act.lastReadAt());
    }
}
