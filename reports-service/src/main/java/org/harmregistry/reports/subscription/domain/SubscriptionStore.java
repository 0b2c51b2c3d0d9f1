package org.harmregistry.reports.subscription.domain;

import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Where subscriptions are kept. */
public interface SubscriptionStore {

    UUID nextId();

    Uni<Subscription> find(Mutiny.Session session, UUID id);

    Uni<Subscription> lock(Mutiny.Session session, UUID id);

    /** Those that a caller may see, the newest first, older than an id. */
    Uni<List<Subscription>> visible(Mutiny.Session session, Caller caller, UUID before, int limit);

    Uni<Long> count(Mutiny.Session session, String organisation);

    /** Forgets how long it has been failing. */
    Uni<Void> forgetFailing(Mutiny.Session session, UUID id);
}
