/**
 * Figures: what incidents add up to, by a named rule, with what is missing from them.
 */
package org.harmregistry.incidents.statistics.domain;
