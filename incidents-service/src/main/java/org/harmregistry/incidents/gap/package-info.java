/**
 * The gap between what others documented about a party and what it concedes, by the day on which it was known.
 */
package org.harmregistry.incidents.gap;
