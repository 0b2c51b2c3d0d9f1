/**
 * Editions in PostgreSQL.
 */
package org.harmregistry.reports.edition.store;
