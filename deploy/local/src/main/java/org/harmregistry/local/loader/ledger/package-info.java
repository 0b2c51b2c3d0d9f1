/** Turns the Coalition's monthly accounts and the published totals into tallies and their sources. */
package org.harmregistry.local.loader.ledger;
