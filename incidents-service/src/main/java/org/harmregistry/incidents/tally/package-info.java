/**
 * Tallies: what was published about a party's allegations and the deaths it concedes, by itself or by others.
 */
package org.harmregistry.incidents.tally;
