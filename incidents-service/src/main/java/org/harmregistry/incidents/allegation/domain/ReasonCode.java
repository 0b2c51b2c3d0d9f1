package org.harmregistry.incidents.allegation.domain;

import static org.harmregistry.incidents.allegation.domain.AllegationState.CREDIBLE;
import static org.harmregistry.incidents.allegation.domain.AllegationState.DUPLICATE;
import static org.harmregistry.incidents.allegation.domain.AllegationState.INSUFFICIENT_INFORMATION;
import static org.harmregistry.incidents.allegation.domain.AllegationState.NON_CREDIBLE;

import java.util.Set;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why the party came to an outcome; each reason belongs to certain outcomes. */
public enum ReasonCode implements Term {
    NO_STRIKE_IN_AREA_THAT_DAY(NON_CREDIBLE),
    NO_ACTION_CORRESPONDING(NON_CREDIBLE),
    INSUFFICIENT_TIME_INFORMATION(NON_CREDIBLE, INSUFFICIENT_INFORMATION),
    INSUFFICIENT_LOCATION_INFORMATION(NON_CREDIBLE, INSUFFICIENT_INFORMATION),
    INSUFFICIENT_DETAIL(NON_CREDIBLE, INSUFFICIENT_INFORMATION),
    REVIEWED_NO_CIVILIAN_HARM_SEEN(NON_CREDIBLE),
    PLACE_NOT_IDENTIFIED(NON_CREDIBLE, INSUFFICIENT_INFORMATION),
    DUPLICATE_OF_EARLIER(NON_CREDIBLE, DUPLICATE),
    ENTERED_TARGET_AREA_BEFORE_OR_AFTER_RELEASE(CREDIBLE),
    UNOBSERVED_BEFORE_STRIKE(CREDIBLE),
    SECONDARY_EXPLOSION(CREDIBLE),
    TARGET_MISIDENTIFIED(CREDIBLE),
    WEAPON_MALFUNCTION(CREDIBLE),
    NOT_STATED(CREDIBLE, NON_CREDIBLE, INSUFFICIENT_INFORMATION);

    private final Set<AllegationState> outcomes;

    ReasonCode(AllegationState... outcomes) {
        this.outcomes = Set.of(outcomes);
    }

    /** True if it can be the reason for this state. */
    public boolean explains(AllegationState state) {
        return outcomes.contains(state);
    }

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
