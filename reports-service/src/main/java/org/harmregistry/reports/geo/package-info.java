/**
 * Editions on the map: the places of what an edition counts, as everybody may know them.
 */
package org.harmregistry.reports.geo;
