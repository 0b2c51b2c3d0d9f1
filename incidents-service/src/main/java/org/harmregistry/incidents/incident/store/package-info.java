/**
 * Incidents in PostgreSQL.
 */
package org.harmregistry.incidents.incident.store;
