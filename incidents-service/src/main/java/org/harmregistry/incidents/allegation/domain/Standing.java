package org.harmregistry.incidents.allegation.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How an allegation stands, as its transitions tell.
 *
 * @param state the last state by date
 * @param stateOn the day of the last transition; absent when withdrawn
 * @param outcome the state, if the party has closed the allegation with it
 * @param conceded the harm conceded, while it is credible
 * @param duplicateOf the allegation that it repeats, while it is a duplicate
 * @param openSince the day on which it was received or last reopened, while it is open
 */
public record Standing(AllegationState state, LocalDate stateOn, AllegationState outcome, Conceded conceded, UUID duplicateOf,
        LocalDate openSince) {

    static final Standing WITHDRAWN = new Standing(AllegationState.WITHDRAWN, null, null, null, null, null);

    static Standing after(TransitionContent last, LocalDate openSince) {
        return new Standing(last.to(), last.on(), last.to().isOutcome() ? last.to() : null, last.conceded(), last.duplicateOf(),
                last.to().isOpen() ? openSince : null);
    }
}
