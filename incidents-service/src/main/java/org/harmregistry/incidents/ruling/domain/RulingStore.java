package org.harmregistry.incidents.ruling.domain;

import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: keeps rulings; they are added and never changed. */
public interface RulingStore {

    /** All rulings of one kind on an incident, the first first. */
    Uni<List<Ruling>> of(Mutiny.Session session, UUID incident, RulingKind kind);

    Uni<Void> add(Mutiny.Session session, Ruling ruling);

    /** Adds the confirmation that a ruling has now. */
    Uni<Void> confirm(Mutiny.Session session, Ruling ruling);
}
