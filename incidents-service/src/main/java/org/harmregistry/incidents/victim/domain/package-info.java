/**
 * Persons killed, injured or missing in an incident: what is recorded of them, who may see them, and how they are counted.
 */
package org.harmregistry.incidents.victim.domain;
