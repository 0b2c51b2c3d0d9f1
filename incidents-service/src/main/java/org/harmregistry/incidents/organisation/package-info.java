/** Organisations that keep, publish or use records, and what they are. */
package org.harmregistry.incidents.organisation;
