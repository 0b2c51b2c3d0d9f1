package org.harmregistry.reports.delivery.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.subscription.domain.Occasion;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What there is to tell, in the order in which it became true. */
public interface Announcements {

    /** Adds what happened to an edition, and queues it for all who want to be told; in the transaction in which it happened. */
    Uni<Void> add(Mutiny.Session session, Occasion occasion, Edition edition, Instant now);

    /**
     * Adds what is for one subscription alone, and queues it.
     *
     * @return its message id
     */
    Uni<UUID> addFor(Mutiny.Session session, UUID subscription, Occasion occasion, Instant now);

    /**
     * Editions that came out or were taken back, the newest first; that one was replaced is told by the one that replaced it.
     *
     * @param report slug of a report; {@code null} for all
     * @param before older than this one; {@code null} to begin with the newest
     */
    Uni<List<Announcement>> newest(Mutiny.Session session, String report, Long before, int limit);

    /** True if the announcement of that place has that message id: not after the register was set back. */
    Uni<Boolean> stands(Mutiny.Session session, long id, UUID messageId);
}
