package org.harmregistry.incidents.incident.domain;

import java.util.List;

import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: lists the incidents that a caller may see. */
public interface IncidentQueries {

    /** Incidents behind a position, in the order of lists. */
    Uni<List<Incident>> list(Mutiny.Session session, Caller caller, IncidentFilter filter, IncidentPosition after, int limit);

    Uni<Long> count(Mutiny.Session session, Caller caller, IncidentFilter filter);

    /** The records' own names of places that are the same as the one asked for, as they are written there. */
    Uni<List<String>> ownNames(Mutiny.Session session, Caller caller, PlaceQuery place);
}
