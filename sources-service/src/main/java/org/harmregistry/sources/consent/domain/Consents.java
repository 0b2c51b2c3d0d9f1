package org.harmregistry.sources.consent.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The consents of the register, in the session of one unit of work. */
public interface Consents {

    Uni<Void> add(Mutiny.Session session, Consent consent);

    /** The number of a source's newest consent; 0 if it has none. */
    Uni<Integer> lastNumber(Mutiny.Session session, UUID source);

    /** Of each purpose the newest consent of a source. */
    Uni<List<Consent>> standing(Mutiny.Session session, UUID source);

    /** A source's consents behind a number, the oldest first. */
    Uni<List<Consent>> list(Mutiny.Session session, UUID source, int after, int limit);

    /** Sources that everybody still sees though the consent to it ended before that day. */
    Uni<List<UUID>> overdue(Mutiny.Session session, LocalDate day, int limit);
}
