/**
 * Findings of fixity in PostgreSQL.
 */
package org.harmregistry.sources.fixity.store;
