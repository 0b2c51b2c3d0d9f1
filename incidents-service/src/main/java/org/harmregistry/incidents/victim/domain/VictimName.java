package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.record.Fields;

/**
 * A name of a person in one language and script.
 *
 * @param language language tag, with the script where it is not the usual one: {@code ar}, {@code en}, {@code ar-Latn}
 * @param name at most 300 characters
 */
public record VictimName(String language, String name) {

    public VictimName {
        Fields.language(Fields.required(language, "/language"), "/language");
        Fields.required(name, "/name");
    }
}
