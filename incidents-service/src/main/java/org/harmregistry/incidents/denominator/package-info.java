/**
 * Denominators: how much force a party used in a period and area, against which deaths and allegations are read.
 */
package org.harmregistry.incidents.denominator;
