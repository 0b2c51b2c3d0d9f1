package org.harmregistry.incidents.incident.domain;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * In which order a list stands; what is equal is ordered by id.
 *
 * @param key by what
 * @param descending true if the largest or latest comes first
 */
public record IncidentOrder(Key key, boolean descending) {

    /** By start day, the earliest first. */
    public static final IncidentOrder DEFAULT = new IncidentOrder(Key.OCCURRED, false);

    /** What a list can be ordered by. */
    public enum Key {
        OCCURRED("occurred.from"),
        UPDATED("updatedAt"),
        KILLED("killed"),
        CODE("code"),
        DISTANCE("distance");

        private final String parameter;

        Key(String parameter) {
            this.parameter = parameter;
        }
    }

    /** Reads the parameter {@code sort}; a minus in front turns the order round. */
    public static IncidentOrder of(String sort, IncidentFilter filter) {
        if (sort == null) {
            return DEFAULT;
        }
        boolean descending = sort.startsWith("-");
        String name = descending ? sort.substring(1) : sort;
        Key key = Arrays.stream(Key.values()).filter(each -> each.parameter.equals(name)).findFirst()
                .orElseThrow(() -> Failure.atParameter(CommonFailure.INVALID_PARAMETER, "sort", "sort is one of "
                        + Arrays.stream(Key.values()).map(each -> each.parameter).collect(Collectors.joining(", "))
                        + ", with a minus in front to turn it round."));
        if (key == Key.DISTANCE && filter.where().near() == null) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "sort", "distance is measured from near.");
        }
        return new IncidentOrder(key, descending);
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.parameter;
    }
}
