package org.harmregistry.incidents.statistics.domain;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.GroupedTotals;
import org.harmregistry.incidents.incident.domain.IncidentCounts;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.Totals;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Adds up the harm of the incidents that a caller may see; for other features, such as the gap, to build on. */
@ApplicationScoped
public class CivilianHarmTotals {

    private final IncidentCounts counts;

    public CivilianHarmTotals(IncidentCounts counts) {
        this.counts = counts;
    }

    /** What all incidents of a filter add up to, each counted once; {@link Totals#NOTHING} if there are none. */
    public Uni<Totals> totals(Mutiny.Session session, Caller caller, IncidentFilter filter) {
        return counts.count(session, caller, filter, List.of()).map(GroupedTotals::total);
    }
}
