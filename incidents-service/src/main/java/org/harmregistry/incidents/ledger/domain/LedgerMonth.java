package org.harmregistry.incidents.ledger.domain;

import java.time.YearMonth;

import org.harmregistry.incidents.allegation.domain.AllegationState;

/**
 * One month of a ledger: what was carried over, what came, what was closed, and what stayed open.
 *
 * @param month the month, by the transitions' dates
 * @param carriedOver allegations open when it began
 * @param received allegations received in it
 * @param reopened allegations reopened in it
 * @param closed allegations closed in it, each time one was
 */
public record LedgerMonth(YearMonth month, int carriedOver, int received, int reopened, Closed closed) {

    static LedgerMonth begin(YearMonth month, int carriedOver) {
        return new LedgerMonth(month, carriedOver, 0, 0, Closed.NONE);
    }

    /** Allegations open when the month ended. */
    public int open() {
        return carriedOver + received + reopened - closed.total();
    }

    LedgerMonth and(AllegationState state) {
        return switch (state) {
            case RECEIVED -> new LedgerMonth(month, carriedOver, received + 1, reopened, closed);
            case REOPENED -> new LedgerMonth(month, carriedOver, received, reopened + 1, closed);
            default -> new LedgerMonth(month, carriedOver, received, reopened, closed.and(state));
        };
    }

    LedgerMonth carrying(int open) {
        return new LedgerMonth(month, open, received, reopened, closed);
    }
}
