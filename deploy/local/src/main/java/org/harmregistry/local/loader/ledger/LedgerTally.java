package org.harmregistry.local.loader.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tally ready to be sent, but for its source's id, which the registry makes.
 *
 * @param key the row's own name: a month or an id
 * @param party slug of the party that it is about
 * @param body as the API takes it
 */
public record LedgerTally(String key, String party, ObjectNode body, LedgerSource source) {
}
