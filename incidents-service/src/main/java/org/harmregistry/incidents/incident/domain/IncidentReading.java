package org.harmregistry.incidents.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;

import io.smallrye.mutiny.Uni;

/** Port: reads incidents as a caller may see them, without loading them to be changed. */
public interface IncidentReading {

    /**
     * The record with this id, code or former code, as of an instant or today; {@code null} if the caller sees none, or if it
     * was merged by then.
     */
    Uni<ShownIncident> get(Caller caller, String idOrCode, Instant asOf);

    /** The record that speaks for the merged one with this id, code or former code; {@code null} if the caller sees none. */
    Uni<UUID> successor(Caller caller, String idOrCode);

    /** Incidents behind a position in the order asked for. */
    Uni<List<ShownIncident>> list(Caller caller, IncidentFilter filter, IncidentOrder order, IncidentPosition after, int limit);

    Uni<Long> count(Caller caller, IncidentFilter filter);

    /** The records' own names of places that are the same as the one asked for, as they are written there. */
    Uni<List<String>> placeNames(Caller caller, IncidentFilter filter);
}
