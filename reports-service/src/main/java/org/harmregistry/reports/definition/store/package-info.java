/**
 * Definitions in PostgreSQL.
 */
package org.harmregistry.reports.definition.store;
