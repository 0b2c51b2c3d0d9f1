/**
 * The sources in PostgreSQL.
 */
package org.harmregistry.sources.source.store;
