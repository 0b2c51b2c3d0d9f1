package org.harmregistry.incidents.statistics.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A statistical question.
 *
 * @param filter which incidents are to be counted
 * @param by by what they are told apart, by at most {@value #MOST_GROUPINGS} that tell incidents apart; persons by each besides
 * @param digest whether the records that were counted are to be named by a digest, which reads all of them
 */
public record StatisticsQuestion(IncidentFilter filter, List<Grouping> by, boolean digest) {

    private static final int MOST_GROUPINGS = 3;
    private static final String NONE = "none";
    private static final String DIGEST = "digest";

    public StatisticsQuestion {
        by = List.copyOf(by);
    }

    /**
     * Reads the parameters {@code by} and {@code records}.
     *
     * @throws Failure 400 {@code invalid_parameter}
     */
    public static StatisticsQuestion of(IncidentFilter filter, String by, String records) {
        if (records != null && !records.equals(DIGEST)) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "records", "records is digest, or left out.");
        }
        return new StatisticsQuestion(filter, groupings(by), records != null);
    }

    private static List<Grouping> groupings(String by) {
        if (by == null || by.equals(NONE)) {
            return List.of();
        }
        List<Grouping> groupings = Stream.of(by.split(",", -1)).map(term -> Term.of(Grouping.class, term)
                .orElseThrow(() -> invalid("by is none, or a list of "
                        + String.join(", ", Stream.of(Grouping.values()).map(Grouping::term).toList()) + ".")))
                .toList();
        long ofIncidents = groupings.stream().filter(grouping -> !grouping.ofPersons()).count();
        if (ofIncidents > MOST_GROUPINGS || groupings.stream().distinct().count() < groupings.size()) {
            throw invalid("by names at most three groupings of incidents, and each grouping once.");
        }
        return groupings;
    }

    private static Failure invalid(String description) {
        return Failure.atParameter(CommonFailure.INVALID_PARAMETER, "by", description);
    }

    /** True if recorded victims are told apart, and not incidents. */
    public boolean byPersons() {
        return by.stream().anyMatch(Grouping::ofPersons);
    }

    /** The same question as of an instant that the registry can answer for; {@code null} for today. */
    public StatisticsQuestion at(Instant effective) {
        return new StatisticsQuestion(filter.at(effective), by, digest);
    }
}
