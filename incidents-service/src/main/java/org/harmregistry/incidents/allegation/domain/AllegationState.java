package org.harmregistry.incidents.allegation.domain;

import java.util.Set;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an allegation stands with the party, and what may come next. */
public enum AllegationState implements Term {
    RECEIVED,
    UNDER_ASSESSMENT,
    CREDIBLE,
    NON_CREDIBLE,
    DUPLICATE,
    INSUFFICIENT_INFORMATION,
    REOPENED,
    /** The registry has taken back that the party ever received it; it is in no ledger. */
    WITHDRAWN;

    private static final Set<AllegationState> OUTCOMES = Set.of(CREDIBLE, NON_CREDIBLE, DUPLICATE, INSUFFICIENT_INFORMATION);

    /** True if the party has closed the allegation with it. */
    public boolean isOutcome() {
        return OUTCOMES.contains(this);
    }

    /** True if the party still has to decide. */
    public boolean isOpen() {
        return this == RECEIVED || this == UNDER_ASSESSMENT || this == REOPENED;
    }

    /** True if a path may go on from one state to the other; every path begins, from {@code null}, with received. */
    public static boolean leads(AllegationState from, AllegationState to) {
        if (from == null) {
            return to == RECEIVED;
        }
        return switch (from) {
            case RECEIVED -> to == UNDER_ASSESSMENT;
            case UNDER_ASSESSMENT -> to.isOutcome();
            case REOPENED -> to == UNDER_ASSESSMENT || to.isOutcome();
            case CREDIBLE, NON_CREDIBLE, DUPLICATE, INSUFFICIENT_INFORMATION -> to == REOPENED;
            case WITHDRAWN -> false;
        };
    }

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
