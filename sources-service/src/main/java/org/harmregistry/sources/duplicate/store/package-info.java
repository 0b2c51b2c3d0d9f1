/**
 * What sources are told alike by, in PostgreSQL.
 */
package org.harmregistry.sources.duplicate.store;
