package org.harmregistry.sources.source.domain;

/** How far a source can be relied on, from A (completely) to E (not at all); F: cannot be judged (Admiralty scale). */
public enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F
}
