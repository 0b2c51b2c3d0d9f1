package org.harmregistry.incidents.allegation.domain;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Entries about to be added to an allegation's record of transitions.
 *
 * @param entries in the order of their numbers
 * @param pointers where each stands in the request, by its number
 */
record AddedTransitions(List<RecordedTransition> entries, Map<Integer, String> pointers) {

    /** Of a request that is one transition. */
    static final IntFunction<String> ONE = index -> "";
    /** Of a request that holds several. */
    static final IntFunction<String> SEVERAL = index -> "/transitions/" + index;
}
