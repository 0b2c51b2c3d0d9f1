package org.harmregistry.incidents.incident.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which gradings are counted.
 *
 * @param graded the gradings
 * @param ungraded whether records that nobody has graded count
 */
public record GradingChoice(Set<Grading> graded, boolean ungraded) {

    public static final String UNGRADED = "ungraded";
    public static final GradingChoice ALL = new GradingChoice(EnumSet.allOf(Grading.class), true);

    public GradingChoice {
        graded = Set.copyOf(graded);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** The gradings in the order of their vocabulary, as they are written in a request. */
    public List<String> terms() {
        return Stream.concat(graded.stream().sorted().map(Grading::term), ungraded ? Stream.of(UNGRADED) : Stream.empty())
                .toList();
    }
}
