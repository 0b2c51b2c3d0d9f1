package org.harmregistry.reports.gate;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** No account goes out that contradicts itself. */
@ApplicationScoped
class BalancedLedger implements GateRule {

    @Override
    public String name() {
        return "balanced-ledger-1";
    }

    @Override
    public String text() {
        return "In a civilian_casualty_report: the registry's own ledger of the party over the period must balance, that is carried "
                + "over + new + reopened - closed = open. Blocks; nobody can override it, as the cases that contradict each other are "
                + "to be corrected. A party's own account that does not balance is what the report is to show, and no finding.";
    }

    @Override
    public List<Finding> check(GateEvidence evidence) {
        return evidence.ledger() == null || evidence.ledger().balances() ? List.of()
                : List.of(Finding.blocks(name(), "", "The registry's own ledger of the party is inconsistent in this period.",
                        false));
    }
}
