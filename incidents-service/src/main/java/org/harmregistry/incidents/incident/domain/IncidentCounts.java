package org.harmregistry.incidents.incident.domain;

import java.util.List;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: adds up the incidents that a caller may see. */
public interface IncidentCounts {

    /** So many groups are told apart in one answer. */
    int MOST_GROUPS = 10_000;

    /**
     * The totals, all from one state of the register.
     *
     * @param by by what they are told apart; empty for the whole alone
     * @throws Failure 422 {@code too_many_groups} beyond {@link #MOST_GROUPS}
     */
    Uni<GroupedTotals> count(Mutiny.Session session, Caller caller, IncidentFilter filter, List<Grouping> by);

    /**
     * The digest of the lines {@code id:version}, sorted, each ended by a line feed, of the records in the caller's versions.
     */
    Uni<String> digest(Mutiny.Session session, Caller caller, IncidentFilter filter);
}
