/**
 * Allegations against parties: what was claimed to a party, and, as a path of dated transitions, what the party made of it.
 */
package org.harmregistry.incidents.allegation.domain;
