package org.harmregistry.incidents.victim.domain;

import java.time.LocalDate;
import java.util.List;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** What a status timeline must be, and what it tells. */
final class Timeline {

    private Timeline() {
    }

    /** @throws Failure 422 at the entry that cannot follow the one before, or is dated before it */
    static void check(List<StatusEntry> timeline) {
        LocalDate reached = null;
        for (int i = 0; i < timeline.size(); i++) {
            StatusEntry entry = timeline.get(i);
            if (i > 0 && !timeline.get(i - 1).state().next().contains(entry.state())) {
                throw Failure.at(VictimFailure.ILLEGAL_STATUS_CHANGE, "/timeline/" + i + "/state", entry.state().term()
                        + " cannot come after " + timeline.get(i - 1).state().term() + ".");
            }
            if (entry.on() != null) {
                if (reached != null && entry.on().lastDay().isBefore(reached)) {
                    throw Failure.at(CommonFailure.RANGE_INVERTED, "/timeline/" + i + "/on",
                            "This is dated before the entry that it follows.");
                }
                reached = reached == null || entry.on().firstDay().isAfter(reached) ? entry.on().firstDay() : reached;
            }
        }
    }

    /** Death is never taken back by a later entry, for none can follow; before it, the last entry tells. */
    static Outcome outcome(List<StatusEntry> timeline) {
        boolean injured = timeline.stream().anyMatch(entry -> entry.state() == VictimState.INJURED);
        Outcome last = timeline.get(timeline.size() - 1).state().outcome();
        return last == Outcome.MISSING && injured ? Outcome.INJURED : last;
    }
}
