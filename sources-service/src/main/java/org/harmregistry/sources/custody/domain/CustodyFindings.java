package org.harmregistry.sources.custody.domain;

import java.time.Instant;
import java.util.List;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What the check of the whole register found, and how far it is. */
public interface CustodyFindings {

    /** How far the check is, for whom may go on with it until {@code until}; {@code null} if somebody else is at it. */
    Uni<CustodyRound> claim(Mutiny.Session session, Instant now, Instant until);

    /** How far the check is. */
    Uni<CustodyRound> round(Mutiny.Session session);

    /** Notes how far the check is and gives the claim back. */
    Uni<Void> move(Mutiny.Session session, CustodyRound round, Instant now);

    /** Notes what was found; what is known already is noted as seen again. */
    Uni<Void> note(Mutiny.Session session, List<CustodyFinding> found);

    /** Findings in the order in which they were first made. */
    Uni<List<CustodyFinding>> after(Mutiny.Session session, long id, int limit);
}
