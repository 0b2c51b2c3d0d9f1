package org.harmregistry.incidents.incident.domain;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** For what lies below an incident: as of which instant it is read. To be asked before the session that reads it. */
@ApplicationScoped
public class IncidentPast {

    private final Horizon horizon;
    private final IncidentReading reading;

    public IncidentPast(Horizon horizon, IncidentReading reading) {
        this.horizon = horizon;
        this.reading = reading;
    }

    /**
     * The effective instant, or {@code null} for the present. Fails with 404 if the caller could not see the incident then, or
     * cannot today.
     */
    public Uni<Instant> effective(Caller caller, String incident, Instant asked) {
        return horizon.effective(asked).call(instant -> instant == null ? Uni.createFrom().voidItem()
                : shown(caller, incident, instant));
    }

    /** The incident as the caller sees it as of an instant. Fails with 404 if the caller does not see it. */
    public Uni<ShownIncident> shown(Caller caller, String incident, Instant instant) {
        return reading.get(caller, incident, instant).onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND));
    }
}
