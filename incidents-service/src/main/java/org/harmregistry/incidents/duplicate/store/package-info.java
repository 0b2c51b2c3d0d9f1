/**
 * Candidates and dismissals in PostgreSQL.
 */
package org.harmregistry.incidents.duplicate.store;
