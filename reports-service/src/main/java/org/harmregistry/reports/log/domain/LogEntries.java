package org.harmregistry.reports.log.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What stands in an epoch's tree, for people: the newest first. */
public interface LogEntries {

    /**
     * An entry with what the register says of it.
     *
     * @param index its place, from 0
     * @param kind what happened
     * @param at when, UTC
     * @param edition what it happened to; {@code null} for the beginning of an epoch
     */
    record Entry(long index, LeafKind kind, Instant at, LoggedEdition edition) {
    }

    /**
     * @param id the edition
     * @param title its title
     * @param period its period, for people
     * @param number its number
     */
    record LoggedEdition(UUID id, String title, String period, int number) {
    }

    /** @param below the place below which to begin */
    Uni<List<Entry>> newest(Mutiny.Session session, String epoch, long below, int limit);
}
