package org.harmregistry.reports.log.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What outside witnesses said of checkpoints, in the register. Rows are only ever added. */
public interface Cosignatures {

    /**
     * How far a witness has come in an epoch.
     *
     * @param name the witness
     * @param size the largest tree that it cosigned
     * @param at when it did, by its own clock, UTC
     */
    record Reached(String name, long size, Instant at) {

        /** The one of several of this witness. */
        static Optional<Reached> in(List<Reached> all, Cosigner cosigner) {
            return all.stream().filter(one -> one.name().equals(cosigner.name())).findFirst();
        }
    }

    /** The lines of signatures under a checkpoint, in the order of the witnesses' names. */
    Uni<List<String>> of(Mutiny.Session session, String epoch, long size);

    /** How far each witness has come; those that cosigned nothing are left out. */
    Uni<List<Reached>> reached(Mutiny.Session session, String epoch);

    /** Keeps a cosignature; does nothing if there is one of that witness. */
    Uni<Void> add(Mutiny.Session session, Checkpoint checkpoint, String name, Cosigner.Cosignature cosignature);
}
