/**
 * Uploads in PostgreSQL.
 */
package org.harmregistry.sources.upload.store;
