package org.harmregistry.sources.source.domain;

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
public record SourceOrder(Key key, boolean descending) {

    /** By id, which is about the order of recording. */
    public static final SourceOrder DEFAULT = new SourceOrder(Key.ID, false);

    /** What a list can be ordered by. */
    public enum Key {
        ID("id"),
        /** Sources of unknown date come last, or first the other way round. */
        PUBLISHED("publishedOn"),
        RECORDED("recordedAt"),
        UPDATED("updatedAt");

        private final String parameter;

        Key(String parameter) {
            this.parameter = parameter;
        }
    }

    /** Reads the parameter {@code sort}; a minus in front turns the order round. */
    public static SourceOrder of(String sort) {
        if (sort == null) {
            return DEFAULT;
        }
        boolean descending = sort.startsWith("-");
        String name = descending ? sort.substring(1) : sort;
        Key key = Arrays.stream(Key.values()).filter(each -> each.parameter.equals(name)).findFirst()
                .orElseThrow(() -> Failure.atParameter(CommonFailure.INVALID_PARAMETER, "sort", "sort is one of "
                        + Arrays.stream(Key.values()).map(each -> each.parameter).collect(Collectors.joining(", "))
                        + ", with a minus in front to turn it round."));
        return new SourceOrder(key, descending);
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.parameter;
    }
}
