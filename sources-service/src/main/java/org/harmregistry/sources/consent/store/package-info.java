/**
 * Consents in PostgreSQL.
 */
package org.harmregistry.sources.consent.store;
