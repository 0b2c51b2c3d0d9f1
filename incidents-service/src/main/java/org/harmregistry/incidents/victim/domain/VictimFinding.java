package org.harmregistry.incidents.victim.domain;

import java.util.List;
import java.util.UUID;

/**
 * Something that a reader should know before counting a person.
 *
 * @param code {@code register_id_in_other_incident}: another incident has a victim with the same id in the same register
 * @param pointer JSON pointer to where
 * @param incidents the other incidents, as far as the reader may see them
 */
public record VictimFinding(String code, String pointer, List<UUID> incidents) {

    static final String REGISTER_ID_IN_OTHER_INCIDENT = "register_id_in_other_incident";
}
