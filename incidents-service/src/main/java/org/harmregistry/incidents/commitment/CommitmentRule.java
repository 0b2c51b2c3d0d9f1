package org.harmregistry.incidents.commitment;

import java.time.LocalDate;

import org.harmregistry.incidents.tally.PublishedTally;

/**
 * The rule {@value #NAME}: derives the state of a commitment, as of a day, from the earliest tally that shows what was
 * promised.
 * A commitment that is due and names nothing which the registry could see come has no state: nobody here can tell.
 */
final class CommitmentRule {

    static final String NAME = "commitment-state-1";
    static final String TEXT = "Rule " + NAME + ": withdrawn from withdrawnOn on, unless the expected tally was published "
            + "before; kept if the party's tally for the expected month was published by dueOn (or at all, where no day was "
            + "named), late if after; without such a tally pending up to and on dueOn, then broken. Where dueOn has passed and "
            + "nothing is expected that the registry could see come, state is absent.";

    private CommitmentRule() {
    }

    /**
     * The state as of a day.
     *
     * @param shown the earliest publication, known by that day, of what was promised; {@code null} if there is none
     */
    static CommitmentState state(Commitment commitment, PublishedTally shown, LocalDate day) {
        LocalDate withdrawn = commitment.withdrawnOn();
        boolean takenBack = withdrawn != null && !withdrawn.isAfter(day);
        if (takenBack && (shown == null || !shown.knownOn().isBefore(withdrawn))) {
            return CommitmentState.WITHDRAWN;
        }
        LocalDate due = commitment.dueOn();
        if (shown != null) {
            return due != null && shown.knownOn().isAfter(due) ? CommitmentState.LATE : CommitmentState.KEPT;
        }
        if (due == null || !day.isAfter(due)) {
            return CommitmentState.PENDING;
        }
        return commitment.expected() == null ? null : CommitmentState.BROKEN;
    }
}
