package org.harmregistry.sources.source.domain;

/**
 * A remnant of a weapon found on a visited site.
 *
 * @param description what was found; at most 500 characters
 * @param munition what it is a part of, as far as it was identified; at most 200 characters
 * @param markings what is written on it, verbatim; at most 500 characters
 */
public record WeaponRemnant(String description, String munition, String markings) {

    public WeaponRemnant {
        Texts.required(description, 500, "/description");
        Texts.bounded(munition, 200, "/munition");
        Texts.bounded(markings, 500, "/markings");
    }
}
