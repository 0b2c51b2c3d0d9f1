package org.harmregistry.sources.incident.domain;

import java.time.Duration;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/**
 * Asks the service that keeps incidents. Each question is bounded in time, and answered on the asker's context. Whatever is
 * wrong with that service - away, slow, refusing, talking nonsense - fails with 503 {@code neighbour_unavailable}.
 */
public interface IncidentDirectory {

    /** False if nobody said where that service is, which is the same as being away for ever. */
    boolean isConfigured();

    /**
     * True if this service has an identity of its own that is told for whom each incident is there; else it asks as everybody.
     */
    boolean seesAll();

    /**
     * Asks with somebody's own rights.
     *
     * @param authorization their {@code Authorization} header; {@code null} asks as everybody
     * @param within after which the answer is not waited for any more
     */
    Uni<IncidentFinding> ask(UUID incident, String authorization, Duration within);

    /** Asks with this service's own rights. */
    Uni<IncidentFinding> ask(UUID incident);
}
