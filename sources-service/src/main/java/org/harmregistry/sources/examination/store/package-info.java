/**
 * Examinations in PostgreSQL.
 */
package org.harmregistry.sources.examination.store;
