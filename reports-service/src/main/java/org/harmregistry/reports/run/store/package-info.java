/**
 * Runs in PostgreSQL.
 */
package org.harmregistry.reports.run.store;
