package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.record.Fields;

/**
 * The family or household that a person was harmed with.
 *
 * @param label names the group within the incident, at most 300 characters
 * @param relation the person's place in it, such as {@code mother}; at most 100 characters
 */
public record FamilyGroup(String label, String relation) {

    static final int MAX_RELATION = 100;

    public FamilyGroup {
        Fields.required(label, "/label");
        Fields.name(relation, "/relation");
    }
}
