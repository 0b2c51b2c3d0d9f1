package org.harmregistry.reports.subscription.domain;

import java.time.Instant;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Asks an address whether it wants what somebody subscribed it to. */
public interface ConfirmationRequests {

    /** Queues the question in the transaction that stores the subscription. */
    Uni<Void> ask(Mutiny.Session session, UUID subscription, Instant now);
}
