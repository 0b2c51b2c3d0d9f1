/**
 * The citations in PostgreSQL.
 */
package org.harmregistry.sources.citation.store;
