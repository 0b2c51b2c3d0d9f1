package org.harmregistry.incidents.allegation.domain;

import org.harmregistry.incidents.record.Fields;

/**
 * What a transition should have been.
 *
 * @param reason why it is corrected, at most 2,000 characters
 * @param transition what stands from now on; the earlier entry is kept
 */
public record TransitionCorrection(String reason, TransitionContent transition) {

    private static final int LONGEST_REASON = 2_000;

    public TransitionCorrection {
        Fields.required(reason, "/reason");
        Fields.required(transition, "/transition");
    }

    void check() {
        Fields.atMost(LONGEST_REASON, reason, "/reason");
        transition.check("/transition");
    }
}
