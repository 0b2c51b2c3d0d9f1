/**
 * Incidents over HTTP.
 */
package org.harmregistry.incidents.incident.api;
