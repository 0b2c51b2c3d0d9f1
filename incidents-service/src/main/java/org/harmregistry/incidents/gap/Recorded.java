package org.harmregistry.incidents.gap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.RangeSum;
import org.harmregistry.incidents.incident.domain.Totals;

/** What the registry's own incidents of the party add up to, beside what was published. */
@Schema(name = "GapRecorded", description = "What the incidents in this registry add up to for which the party is known or suspected to "
        + "be responsible, by start day within the period, as recorded by asOf, or today, whatever knownBy is. Shown beside, never added")
public record Recorded(
        @Schema(description = "Number of incidents") long incidents,
        @Schema(description = "Number of those with at least one civilian killed by the lower bound") long incidentsWithCiviliansKilled,
        Killed killed) {

    /** People killed, by group. */
    @Schema(name = "GapRecordedKilled", description = "People killed")
    public record Killed(
            @Schema(description = "Civilians; unknown bounds are left out and counted apart") RangeSum civilians) {
    }

    static Recorded of(Totals totals) {
        return new Recorded(totals.incidents(), totals.incidentsWithCiviliansKilled(), new Killed(totals.civiliansKilled()));
    }
}
