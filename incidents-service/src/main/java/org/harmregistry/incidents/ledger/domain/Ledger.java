package org.harmregistry.incidents.ledger.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.harmregistry.incidents.tally.PublishedTally;

/**
 * A party's ledger.
 *
 * @param question what was asked
 * @param covers which allegations are in it
 * @param months the months, in order
 * @param tallies the party's own reports by the month that they are about, the earliest first
 */
public record Ledger(LedgerQuestion question, Coverage covers, List<LedgerMonth> months,
        Map<YearMonth, List<PublishedTally>> tallies) {
}
