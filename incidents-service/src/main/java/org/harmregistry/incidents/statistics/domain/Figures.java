package org.harmregistry.incidents.statistics.domain;

import java.time.Instant;
import java.util.List;

import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.RecordSet;
import org.harmregistry.incidents.incident.domain.Totals;
import org.harmregistry.incidents.incident.domain.TotalsGroup;

/**
 * The answer to one statistical question.
 *
 * @param filter which incidents were counted
 * @param grouping by what they were told apart
 * @param asOf the instant at which they were counted
 * @param total what they add up to, each counted once
 * @param groups what each group adds up to
 * @param records exactly which records were counted
 */
public record Figures(IncidentFilter filter, Grouping grouping, Instant asOf, Totals total, List<TotalsGroup> groups,
        RecordSet records) {

    /** Name and version of the rule by which incidents are counted and ranges are summed. */
    public static final String RULE = "incidents-count-1";

    public Figures {
        groups = List.copyOf(groups);
    }
}
