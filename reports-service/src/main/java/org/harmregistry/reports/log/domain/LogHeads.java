package org.harmregistry.reports.log.domain;

import java.util.List;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Epochs, their checkpoints, and how the log stands, in the register. */
public interface LogHeads {

    /** The epoch that grows; {@code null} before the first. */
    Uni<Epoch> current(Mutiny.Session session);

    /** The epoch of that name; {@code null} if there is none. */
    Uni<Epoch> epoch(Mutiny.Session session, String name);

    /** All epochs, the newest first. */
    Uni<List<Epoch>> epochs(Mutiny.Session session);

    /** Begins an epoch; false if one of its number has begun. */
    Uni<Boolean> begin(Mutiny.Session session, Epoch epoch);

    /** The largest checkpoint of an epoch; {@code null} if none was signed. */
    Uni<Checkpoint> newest(Mutiny.Session session, String epoch);

    /** The smallest checkpoint that covers a leaf; {@code null} if none does. */
    Uni<Checkpoint> covering(Mutiny.Session session, String epoch, long index);

    /** Checkpoints of sizes above the first and up to the second, in their order. */
    Uni<List<Checkpoint>> between(Mutiny.Session session, String epoch, long above, long upTo);

    /** Makes a checkpoint public; does nothing if there is one of its size. */
    Uni<Void> publish(Mutiny.Session session, Checkpoint checkpoint);

    /** Takes the log's row until the transaction ends; false if another replica holds it. */
    Uni<Boolean> claim(Mutiny.Session session);

    Uni<LogStanding> standing(Mutiny.Session session);

    /** Notes how the log stands, if that is new. */
    Uni<Void> note(Mutiny.Session session, LogCondition condition);

    /** Notes what the last pass over the log found. */
    Uni<Void> note(Mutiny.Session session, LogAudit.Finding finding);

    /** What the last pass found; {@code null} before the first. */
    Uni<LogAudit.Finding> audited(Mutiny.Session session);
}
