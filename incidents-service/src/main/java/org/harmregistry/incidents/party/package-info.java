/**
 * Parties: states, coalitions with their members, armed groups.
 */
package org.harmregistry.incidents.party;
