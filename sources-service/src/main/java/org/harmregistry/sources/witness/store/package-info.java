/**
 * Sealed identities in PostgreSQL.
 */
package org.harmregistry.sources.witness.store;
