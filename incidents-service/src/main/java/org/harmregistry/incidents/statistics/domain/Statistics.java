package org.harmregistry.incidents.statistics.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentCounts;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.TotalsGroup;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Answers statistical questions about the incidents that a caller may see. */
@ApplicationScoped
public class Statistics {

    private final CivilianHarmTotals totals;
    private final IncidentCounts counts;
    private final Clock clock;

    public Statistics(CivilianHarmTotals totals, IncidentCounts counts, Clock clock) {
        this.totals = totals;
        this.counts = counts;
        this.clock = clock;
    }

    /** Total, groups and records of one question; the session must see one state throughout, for they belong together. */
    public Uni<Figures> figures(Mutiny.Session session, Caller caller, IncidentFilter filter, Grouping grouping) {
        Instant asOf = filter.asOf() == null ? clock.instant() : filter.asOf();
        return totals.totals(session, caller, filter)
                .chain(total -> groups(session, caller, filter, grouping)
                        .chain(groups -> counts.records(session, caller, filter)
                                .map(records -> new Figures(filter, grouping, asOf, total, groups, records))));
    }

    private Uni<List<TotalsGroup>> groups(Mutiny.Session session, Caller caller, IncidentFilter filter, Grouping grouping) {
        return grouping == Grouping.NONE ? Uni.createFrom().item(List.of())
                : totals.totalsBy(session, caller, filter, grouping);
    }
}
