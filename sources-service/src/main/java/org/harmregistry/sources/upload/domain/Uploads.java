package org.harmregistry.sources.upload.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The uploads of the register, in the session of one unit of work. */
public interface Uploads {

    /**
     * What is open.
     *
     * @param ofSubject how many uploads the sender has not finished
     * @param reserved how many bytes the organisation's unfinished uploads will have
     */
    record Open(long ofSubject, long reserved) {
    }

    Uni<Upload> find(Mutiny.Session session, UUID id);

    /** The upload with its row locked until the unit of work ends, or {@code null}. */
    Uni<Upload> findForChange(Mutiny.Session session, UUID id);

    /** Counts what is open, while nobody else of the organisation begins anything. */
    Uni<Open> countOpen(Mutiny.Session session, String subject, String organisation);

    Uni<Void> add(Mutiny.Session session, Upload upload);

    Uni<Void> remove(Mutiny.Session session, Upload upload);

    /** Uploads whose time is over, locked; those that another replica just removes are left out. */
    Uni<List<Upload>> expired(Mutiny.Session session, Instant now, int limit);
}
