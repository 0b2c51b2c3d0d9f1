package org.harmregistry.local.loader.client;

/** What became of a record that was sent, in the words of the import answer. */
public enum Result {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
}
