/**
 * Incidents as sources-service knows them: by asking the service that keeps them.
 */
package org.harmregistry.sources.incident;
