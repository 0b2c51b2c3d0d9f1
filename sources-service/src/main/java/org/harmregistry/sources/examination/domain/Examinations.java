package org.harmregistry.sources.examination.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.harmregistry.sources.attachment.domain.AttachmentKnowledge.NotMade;
import org.harmregistry.sources.inspection.domain.InspectionFinding;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What is to be examined and what was found, in the session of one unit of work. Leases are measured by the database's clock.
 */
public interface Examinations {

    /** An examination that a worker has claimed. */
    record Claim(UUID token, UUID attachment, int attempts) {
    }

    /** Notes that the attachment is to be examined, for the first time or again. */
    Uni<Void> demand(Mutiny.Session session, UUID attachment);

    /** Claims one that is due and that nobody else is just claiming; {@code null} if there is none. */
    Uni<Claim> claim(Mutiny.Session session, UUID token, Duration lease);

    /** Locks the row until the unit of work ends, and tells whether the claim on it still holds. */
    Uni<Boolean> holds(Mutiny.Session session, Claim claim);

    /** Writes what was found, and ends the claim. */
    Uni<Void> complete(Mutiny.Session session, Claim claim, List<InspectionFinding> findings, List<NotMade> notMade);

    /** Gives the claim back to be taken up later; {@code wait} {@code null}: not before it is demanded again. */
    Uni<Void> postpone(Mutiny.Session session, Claim claim, Duration wait, String cause);

    /** Keeps what a verification came to. */
    Uni<Void> keep(Mutiny.Session session, UUID attachment, Examined.Checked checked, Instant at);

    /** The tokens that were brought for the attachment, in their order. */
    Uni<List<Token>> tokens(Mutiny.Session session, UUID attachment);

    /** Keeps a token; {@code false} if it was brought before. */
    Uni<Boolean> keep(Mutiny.Session session, UUID attachment, Token token, String digest, String actor, Instant at);
}
