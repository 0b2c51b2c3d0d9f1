package org.harmregistry.reports.delivery.domain;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The queue of deliveries, which is their log as well. */
public interface Deliveries {

    /**
     * Which deliveries to claim.
     *
     * @param token proves the claim
     * @param failing true for subscriptions that fail at present, false for all others
     * @param most at most so many
     * @param each at most so many at once for one subscription
     * @param lease after which the claim is anybody's
     */
    record Wanted(UUID token, boolean failing, int most, int each, Duration lease) {
    }

    /**
     * What became of a claimed delivery.
     *
     * @param again how long to wait before it is tried again; {@code null} if it is not
     */
    record Result(Due due, Attempt attempt, Duration again) {
    }

    /** Claims what is due; no two callers ever get the same before the lease is over. */
    Uni<List<Due>> claim(Mutiny.Session session, Wanted wanted);

    /**
     * Writes down what became of claimed deliveries; those whose claim was lost meanwhile are left to whoever has it.
     *
     * @param longest for how long a subscription may fail
     * @return subscriptions that have failed for longer
     */
    Uni<List<UUID>> record(Mutiny.Session session, UUID token, List<Result> results, Duration longest);

    /** Queues what a subscription wants to be told of behind an announcement, again or for the first time; tells how many. */
    Uni<Integer> replay(Mutiny.Session session, UUID subscription, long after, int most);

    /** The deliveries of a subscription, the newest announcement first, older than one; {@code null} to begin. */
    Uni<List<LoggedDelivery>> log(Mutiny.Session session, UUID subscription, Long before, int limit);

    /** One delivery of a subscription; {@code null} if there is none. */
    Uni<LoggedDelivery> find(Mutiny.Session session, UUID subscription, UUID messageId);

    /** Deletes what ended longer ago. */
    Uni<Void> forget(Mutiny.Session session, Duration age);
}
