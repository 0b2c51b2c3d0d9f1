package org.harmregistry.incidents.allegation.domain;

import java.util.List;

/**
 * What the registry holds of an allegation's transitions.
 *
 * @param allegation the allegation
 * @param path the transitions that stand
 * @param superseded the entries behind them, in the order of recording
 */
public record TransitionRecord(Allegation allegation, TransitionPath path, List<RecordedTransition> superseded) {

    static TransitionRecord of(Allegation allegation, List<RecordedTransition> entries) {
        TransitionPath path = TransitionPath.of(entries);
        return new TransitionRecord(allegation, path, path.superseded(entries));
    }
}
