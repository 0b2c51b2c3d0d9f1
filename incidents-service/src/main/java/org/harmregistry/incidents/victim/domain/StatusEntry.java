package org.harmregistry.incidents.victim.domain;

import java.util.UUID;

import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.PartialDate;

/**
 * One entry of a person's status timeline.
 *
 * @param state in which state the person was found to be
 * @param on the day, month or year from which that was so, as exactly as it is known; {@code null} if it is not known
 * @param source id of the source that says so; {@code null} if none is named
 */
public record StatusEntry(VictimState state, PartialDate on, UUID source) {

    public StatusEntry {
        Fields.required(state, "/state");
    }
}
