package org.harmregistry.incidents.ledger.domain;

import org.harmregistry.incidents.allegation.domain.AllegationState;

/**
 * Allegations closed in a month, by outcome.
 *
 * @param credible found credible
 * @param nonCredible found non-credible
 * @param duplicate found to repeat another
 * @param insufficientInformation closed for want of information: an outcome of its own, never folded into non-credible here
 */
public record Closed(int credible, int nonCredible, int duplicate, int insufficientInformation) {

    static final Closed NONE = new Closed(0, 0, 0, 0);

    public int total() {
        return credible + nonCredible + duplicate + insufficientInformation;
    }

    Closed and(AllegationState outcome) {
        return switch (outcome) {
            case CREDIBLE -> new Closed(credible + 1, nonCredible, duplicate, insufficientInformation);
            case NON_CREDIBLE -> new Closed(credible, nonCredible + 1, duplicate, insufficientInformation);
            case DUPLICATE -> new Closed(credible, nonCredible, duplicate + 1, insufficientInformation);
            case INSUFFICIENT_INFORMATION -> new Closed(credible, nonCredible, duplicate, insufficientInformation + 1);
            default -> this;
        };
    }
}
