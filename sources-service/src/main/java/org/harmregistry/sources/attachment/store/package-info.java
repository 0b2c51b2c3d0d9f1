/**
 * Attachments in PostgreSQL.
 */
package org.harmregistry.sources.attachment.store;
