package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * The field work that a report says it rests on, as counts stated by the report; 0 to 1,000,000 each, absent if not stated.
 *
 * @param sitesVisited number of sites visited
 * @param interviews number of people interviewed
 * @param families number of families followed
 */
public record Fieldwork(Integer sitesVisited, Integer interviews, Integer families) {

    private static final int MAX = 1_000_000;

    public Fieldwork {
        counted(sitesVisited, "/sitesVisited");
        counted(interviews, "/interviews");
        counted(families, "/families");
        if (sitesVisited == null && interviews == null && families == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "", "Give at least one of the counts, or leave the part out.");
        }
    }

    private static void counted(Integer count, String pointer) {
        if (count != null && (count < 0 || count > MAX)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A whole number from 0 to 1,000,000 is taken here.");
        }
    }
}
