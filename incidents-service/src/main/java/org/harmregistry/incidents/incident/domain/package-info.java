/**
 * Incidents: what happened, where, when, to whom, and who may see and change the record of it.
 */
package org.harmregistry.incidents.incident.domain;
