package org.harmregistry.reports.edition.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Where editions are kept, and how they are claimed by one maker at a time. */
public interface EditionStore {

    /** Slugs of definitions that changed since their editions were last opened, locked until the transaction ends. */
    Uni<List<String>> definitionsToOpen(Mutiny.Session session);

    /**
     * Remembers that the editions of a definition's current version are open.
     *
     * @param nextFiring when its schedule fires next; {@code null} if it does not
     */
    Uni<Void> opened(Mutiny.Session session, String report, Instant nextFiring);

    /** One definition whose schedule has fired, locked until the transaction ends; {@code null} if there is none. */
    Uni<Fired> fired(Mutiny.Session session);

    /** Remembers that all firings up to an instant are done. */
    Uni<Void> firingsDone(Mutiny.Session session, String report, Instant until, Instant nextFiring);

    /**
     * @param report the definition's slug
     * @param until up to when its firings are done; {@code null} for none
     */
    record Fired(String report, Instant until) {
    }

    /**
     * Waits for whoever opens editions of the definition, and lets nobody else until the transaction ends. Two who each insert
     * first and look at the definition then would wait for each other.
     */
    Uni<Void> lockDefinition(Mutiny.Session session, UUID definition);

    /** Opens an edition as a draft; false if it was there already. */
    Uni<Boolean> open(Mutiny.Session session, NewEdition edition);

    /** The highest number of a period's editions, 0 if there are none. */
    Uni<Integer> lastNumber(Mutiny.Session session, UUID definition, String periodKey);

    /** True if an edition of the same period with a higher number is out. */
    Uni<Boolean> newerIsOut(Mutiny.Session session, Edition edition);

    /** The time by the register's own clock, which also decides whose turn has come. */
    Uni<Instant> time(Mutiny.Session session);

    /** What the gate found in an edition, in the order in which it was found. */
    Uni<List<EditionFinding>> findings(Mutiny.Session session, UUID edition);

    /** True if a draft of the period waits or is being made: editions of a period come out in their order. */
    Uni<Boolean> isBeingMade(Mutiny.Session session, UUID definition, String periodKey);

    /** Takes one edition that is not out, whose turn has come and that nobody holds; {@code null} if there is none. */
    Uni<UUID> claim(Mutiny.Session session, UUID claim, Duration lease);

    /** Holds claims for longer. */
    Uni<Void> renew(Mutiny.Session session, Collection<UUID> claims, Duration lease);

    /** Gives a claim back with the cause of the failure, to be tried again after a wait. */
    Uni<Void> postpone(Mutiny.Session session, UUID claim, Duration wait, String causeCode, String causeDetail);

    Uni<Edition> find(Mutiny.Session session, UUID id);

    /** The edition, locked until the transaction ends. */
    Uni<Edition> lock(Mutiny.Session session, UUID id);

    /** Published editions of the same period with a lower number, locked. */
    Uni<List<Edition>> earlierPublished(Mutiny.Session session, Edition edition);

    /** Lets a draft wait for a while before it is made. */
    Uni<Void> wait(Mutiny.Session session, UUID draft, Duration quiet);

    /** Editions in the order newest first. */
    Uni<List<Edition>> list(Mutiny.Session session, EditionQuery query);

    /** A new id that sorts behind all earlier ones. */
    UUID nextId();
}
