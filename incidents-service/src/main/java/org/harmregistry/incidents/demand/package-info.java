/**
 * Demands: what others demand of a party, and what came of it.
 */
package org.harmregistry.incidents.demand;
