/**
 * The log in PostgreSQL, and the memory of its last checkpoint in MongoDB.
 */
package org.harmregistry.reports.log.store;
