/** Strikes that the Coalition declared day by day, summed by month, country and place. */
package org.harmregistry.local.loader.strikes;
