package org.harmregistry.sources.witness.domain;

import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The sealed identities of the register and what was asked of them, in the session of one unit of work. */
public interface Identities {

    /** The identity of the person behind a source, or {@code null}. */
    Uni<HeldIdentity> find(Mutiny.Session session, UUID source);

    /** The same with its row locked until the unit of work ends. */
    Uni<HeldIdentity> findForChange(Mutiny.Session session, UUID source);

    Uni<Void> add(Mutiny.Session session, HeldIdentity identity);

    /** The act, or {@code null}. */
    Uni<GuardedAct> findAct(Mutiny.Session session, UUID source, GuardedKind kind, int number);

    /** The number of the newest act of a kind; 0 if there is none. */
    Uni<Integer> lastNumber(Mutiny.Session session, UUID source, GuardedKind kind);

    Uni<Void> addAct(Mutiny.Session session, GuardedAct act);

    /** Acts of a kind behind a number, the oldest first. */
    Uni<List<GuardedAct>> acts(Mutiny.Session session, UUID source, GuardedKind kind, int after, int limit);

    /** Sources whose identity two custodians agreed to shred and whose key may still be there. */
    Uni<List<UUID>> shredding(Mutiny.Session session, int limit);
}
