package org.harmregistry.incidents.incident.domain;

/**
 * Killed, or injured, by group. The groups overlap: children, women and men are not added to civilians.
 *
 * @param civilians all civilians; a person of disputed status counts in the maximum only
 * @param children under 18
 * @param women adult women
 * @param men adult men
 */
public record Casualties(CasualtyRange civilians, CasualtyRange children, CasualtyRange women, CasualtyRange men) {
}
