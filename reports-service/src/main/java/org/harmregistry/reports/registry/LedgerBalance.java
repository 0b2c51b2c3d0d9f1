package org.harmregistry.reports.registry;

/**
 * Whether the registry's own ledger of a party balances over some months.
 *
 * @param balances false if its cases contradict each other
 */
public record LedgerBalance(boolean balances) {
}
