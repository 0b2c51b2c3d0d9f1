/**
 * Commitments: what a party promised by which day, and whether it came.
 */
package org.harmregistry.incidents.commitment;
