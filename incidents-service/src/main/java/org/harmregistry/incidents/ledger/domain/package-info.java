/**
 * The ledger of a party's allegations, month by month, computed from their transitions alone, with what the party itself
 * published beside it.
 */
package org.harmregistry.incidents.ledger.domain;
