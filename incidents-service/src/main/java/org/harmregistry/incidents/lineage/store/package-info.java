/**
 * Lineage in PostgreSQL.
 */
package org.harmregistry.incidents.lineage.store;
