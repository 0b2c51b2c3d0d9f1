package org.harmregistry.incidents.allegation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.problem.Failure;

/**
 * The transitions of an allegation that stand, in their dated order; those of one day in the order in which they were first
 * recorded.
 */
public final class TransitionPath {

    private static final Comparator<RecordedTransition> DATED = Comparator
            .comparing((RecordedTransition entry) -> entry.transition().on()).thenComparing(RecordedTransition::root);

    private final List<RecordedTransition> steps;

    private TransitionPath(List<RecordedTransition> steps) {
        this.steps = steps;
    }

    /** The path that entries in the order of their numbers make. */
    public static TransitionPath of(List<RecordedTransition> entries) {
        Map<Integer, RecordedTransition> latest = new LinkedHashMap<>();
        entries.forEach(entry -> latest.put(entry.root(), entry));
        return new TransitionPath(latest.values().stream().filter(entry -> entry.transition() != null).sorted(DATED).toList());
    }

    public List<RecordedTransition> steps() {
        return steps;
    }

    /** The entries behind the ones that stand: corrected, taken back, or taking back. */
    public List<RecordedTransition> superseded(List<RecordedTransition> entries) {
        return entries.stream().filter(entry -> !steps.contains(entry)).toList();
    }

    /** How the allegation stands at the path's end. */
    public Standing standing() {
        if (steps.isEmpty()) {
            return Standing.WITHDRAWN;
        }
        LocalDate openSince = null;
        for (RecordedTransition step : steps) {
            AllegationState state = step.transition().to();
            openSince = state == AllegationState.RECEIVED || state == AllegationState.REOPENED ? step.transition().on()
                    : openSince;
        }
        return Standing.after(steps.get(steps.size() - 1).transition(), openSince);
    }

    /** The day on which the party received the allegation, or {@code null} when withdrawn. */
    LocalDate receivedOn() {
        return steps.isEmpty() ? null : steps.get(0).transition().on();
    }

    /**
     * Refuses a path that no allegation can take.
     *
     * @param pointers where in the request each new entry stands, by its number
     * @throws Failure 409 {@code transition_not_allowed}
     */
    void requireLegal(Map<Integer, String> pointers) {
        for (int i = 0; i < steps.size(); i++) {
            RecordedTransition from = i == 0 ? null : steps.get(i - 1);
            RecordedTransition to = steps.get(i);
            if (!AllegationState.leads(from == null ? null : from.transition().to(), to.transition().to())) {
                throw refusal(from, to, i == steps.size() - 1, pointers);
            }
        }
    }

    private static Failure refusal(RecordedTransition from, RecordedTransition to, boolean atEnd,
            Map<Integer, String> pointers) {
        String message = from == null ? "A path begins with received, not with " + to.transition().to().term() + "."
                : to.transition().to().term() + " of " + to.transition().on() + " cannot follow "
                        + from.transition().to().term() + " of " + from.transition().on() + ".";
        String pointer = pointers.get(to.number());
        if (pointer != null) {
            return Failure.at(AllegationFailure.TRANSITION_NOT_ALLOWED, pointer + (atEnd && from != null ? "/to" : "/on"),
                    message);
        }
        String before = from == null ? null : pointers.get(from.number());
        return before != null ? Failure.at(AllegationFailure.TRANSITION_NOT_ALLOWED, before + "/on", message)
                : Failure.of(AllegationFailure.TRANSITION_NOT_ALLOWED, message);
    }

    /** The steps that the world knew by a day: a step counts as known once all before it are. */
    public List<RecordedTransition> knownBy(LocalDate day) {
        List<RecordedTransition> known = new ArrayList<>();
        for (RecordedTransition step : steps) {
            if (day != null && step.transition().knownOn().isAfter(day)) {
                break;
            }
            known.add(step);
        }
        return known;
    }
}
