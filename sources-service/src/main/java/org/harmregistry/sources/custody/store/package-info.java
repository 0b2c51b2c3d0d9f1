/**
 * Chains in PostgreSQL.
 */
package org.harmregistry.sources.custody.store;
