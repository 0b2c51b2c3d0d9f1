package org.harmregistry.incidents.allegation.domain;

import java.util.List;

import org.harmregistry.incidents.record.Fields;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Transitions that are recorded together, such as late ones which make a legal path only together.
 *
 * @param transitions 1 to 200, in any order
 */
public record TransitionSeries(List<TransitionContent> transitions) {

    public TransitionSeries {
        transitions = Fields.list(Fields.required(transitions, "/transitions"), "/transitions");
        if (transitions.isEmpty()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/transitions", "At least one transition.");
        }
    }
}
