package org.harmregistry.incidents.count.domain;

import org.harmregistry.incidents.incident.domain.CasualtyRange;

/**
 * How many people a source says were killed, or injured. The groups overlap.
 *
 * @param people all, of whatever status
 * @param civilians those that the source calls civilians
 * @param children under 18
 * @param women adult women
 * @param men adult men
 * @param words what the source says instead of a number, as printed
 */
public record ClaimedHarm(CasualtyRange people, CasualtyRange civilians, CasualtyRange children, CasualtyRange women,
        CasualtyRange men, String words) {

    boolean hasNumber() {
        return people != null || civilians != null || children != null || women != null || men != null;
    }
}
