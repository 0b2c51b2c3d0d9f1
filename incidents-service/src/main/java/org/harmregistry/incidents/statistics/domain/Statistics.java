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

    /** All queries of one answer must see the same records: the total, its groups and the digest belong together. */
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private final CivilianHarmTotals totals;
    private final IncidentCounts counts;
    private final Clock clock;

    public Statistics(CivilianHarmTotals totals, IncidentCounts counts, Clock clock) {
        this.totals = totals;
        this.counts = counts;
        this.clock = clock;
    }

    public Uni<Figures> figures(Mutiny.Session session, Caller caller, IncidentFilter filter, Grouping grouping) {
        Instant asOf = clock.instant();
        return session.createNativeQuery(ONE_SNAPSHOT).executeUpdate()
                .chain(() -> totals.totals(session, caller, filter))
                .chain(total -> groups(session, caller, filter, grouping)
                        .chain(groups -> counts.records(session, caller, filter)
                                .map(records -> new Figures(filter, grouping, asOf, total, groups, records))));
    }

    private Uni<List<TotalsGroup>> groups(Mutiny.Session session, Caller caller, IncidentFilter filter, Grouping grouping) {
        return grouping == Grouping.NONE ? Uni.createFrom().item(List.of())
                : totals.totalsBy(session, caller, filter, grouping);
    }
}
