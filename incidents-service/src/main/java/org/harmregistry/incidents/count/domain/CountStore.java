package org.harmregistry.incidents.count.domain;

import java.time.Instant;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: keeps on what numbers rest. */
public interface CountStore {

    /**
     * The latest act about an incident's numbers; {@code null} if there was none.
     *
     * @param asOf by an effective instant; {@code null} for today
     */
    Uni<CountAct> latest(Mutiny.Session session, UUID incident, Instant asOf);

    /** The numbers as they were recorded before the first act; {@code null} if there was none. */
    Uni<CountAct> recorded(Mutiny.Session session, UUID incident);

    Uni<Void> add(Mutiny.Session session, CountAct act);
}
