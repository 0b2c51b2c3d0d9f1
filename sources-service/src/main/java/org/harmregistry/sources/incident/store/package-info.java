/**
 * The incidents over HTTP.
 */
package org.harmregistry.sources.incident.store;
