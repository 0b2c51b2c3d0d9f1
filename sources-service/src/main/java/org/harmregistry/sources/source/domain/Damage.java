package org.harmregistry.sources.source.domain;

/**
 * Something found damaged on a visited site.
 *
 * @param object what it is; at most 200 characters
 * @param extent how far it is damaged
 */
public record Damage(String object, DamageExtent extent) {

    public Damage {
        Texts.required(object, 200, "/object");
    }
}
