package org.harmregistry.incidents.statistics.domain;

import java.time.Instant;
import java.util.List;

import org.harmregistry.incidents.incident.domain.GroupedTotals;
import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.PersonsGroup;

/**
 * The answer to one statistical question.
 *
 * @param filter which incidents were counted
 * @param by by what they were told apart
 * @param asOf the instant at which they were counted
 * @param totals what they add up to, as a whole and, unless by persons, told apart
 * @param persons their recorded victims, if these are told apart by sex or age group
 * @param smallestKind how many persons of a kind an incident must have for the reader to see that kind; {@code null} if victims
 *        are not told apart
 * @param digest digest of exactly the records that were counted; {@code null} if it was not asked for
 */
public record Figures(IncidentFilter filter, List<Grouping> by, Instant asOf, GroupedTotals totals,
        List<PersonsGroup> persons, Integer smallestKind, String digest) {

    /** Name and version of the rule by which incidents are counted and ranges are summed. */
    public static final String RULE = "incidents-count-1";

    public Figures {
        by = List.copyOf(by);
        persons = List.copyOf(persons);
    }

    /** True if an incident may stand in several groups, or in none, so that groups do not add up to the total. */
    public boolean groupsOverlap() {
        return by.stream().anyMatch(Grouping::overlaps);
    }
}
