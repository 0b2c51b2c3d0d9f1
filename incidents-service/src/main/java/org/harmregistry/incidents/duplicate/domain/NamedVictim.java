package org.harmregistry.incidents.duplicate.domain;

import java.util.List;

/**
 * A victim by name.
 *
 * @param names the spellings of the one name, in any script
 */
public record NamedVictim(List<String> names) {

    public NamedVictim {
        names = List.copyOf(names);
    }
}
