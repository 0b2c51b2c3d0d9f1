package org.harmregistry.sources.source.domain;

/**
 * An entry in somebody's register, such as a hospital's or a morgue's.
 *
 * @param register the register's name; at most 300 characters
 * @param entry the entry's number there; at most 100 characters
 * @param heldBy who keeps the register; at most 300 characters
 */
public record RegisterEntry(String register, String entry, String heldBy) {

    public RegisterEntry {
        Texts.bounded(register, 300, "/register");
        Texts.bounded(entry, 100, "/entry");
        Texts.bounded(heldBy, 300, "/heldBy");
        Parts.requireSome(register, entry, heldBy);
    }
}
