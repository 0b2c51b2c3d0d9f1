/**
 * The ledger over HTTP.
 */
package org.harmregistry.incidents.ledger.api;
