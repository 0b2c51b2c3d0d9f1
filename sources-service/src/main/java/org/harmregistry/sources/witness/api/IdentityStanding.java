package org.harmregistry.sources.witness.api;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.witness.domain.HeldIdentity;
import org.harmregistry.sources.witness.domain.IdentityState;

@Schema(name = "IdentityStanding", description = "How it stands with the identity behind a source; nothing of what it says.")
public record IdentityStanding(
        UUID source,
        IdentityState state,
        @Schema(minimum = "1", description = "Counts how often an identity was put in.") long version,
        Instant recordedAt,
        Instant updatedAt,
        @Schema(description = "When its key was destroyed; absent unless it was.") Instant shreddedAt) {

    static IdentityStanding from(HeldIdentity held) {
        return new IdentityStanding(held.sourceId(), held.state(), held.version(), held.recordedAt(), held.updatedAt(),
                held.shreddedAt());
    }
}
