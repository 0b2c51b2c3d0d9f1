package org.harmregistry.incidents.allegation.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** All entries, in the order of recording. */
    List<RecordedTransition> entries() {
        return Stream.concat(path.steps().stream(), superseded.stream())
                .sorted(Comparator.comparingInt(RecordedTransition::number)).toList();
    }

    /** The transitions that stand, in their dated order. */
    List<TransitionContent> standing() {
        return path.steps().stream().map(RecordedTransition::transition).toList();
    }
}
