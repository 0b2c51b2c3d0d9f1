/**
 * What can be found out about an incident, and how it is asked for.
 */
package org.harmregistry.sources.incident.domain;
