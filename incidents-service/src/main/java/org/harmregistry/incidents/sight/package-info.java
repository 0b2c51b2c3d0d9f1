/**
 * For whom an incident is there, as the registry's own services are told.
 */
package org.harmregistry.incidents.sight;
