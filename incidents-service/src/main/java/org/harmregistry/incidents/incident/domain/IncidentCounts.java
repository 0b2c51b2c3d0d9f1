package org.harmregistry.incidents.incident.domain;

import java.util.List;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: adds up the incidents that a caller may see. */
public interface IncidentCounts {

    /** The totals of each group, by key; one group with the key {@code null} for {@link Grouping#NONE}, or none at all. */
    Uni<List<TotalsGroup>> count(Mutiny.Session session, Caller caller, IncidentFilter filter, Grouping grouping);

    /** The records that were counted, in the versions that the caller sees. */
    Uni<RecordSet> records(Mutiny.Session session, Caller caller, IncidentFilter filter);
}
