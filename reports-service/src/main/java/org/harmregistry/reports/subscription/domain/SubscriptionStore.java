package org.harmregistry.reports.subscription.domain;

import java.time.Instant;
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

    Uni<Long> countUnconfirmed(Mutiny.Session session, String subject);

    /** Keeps a sealed address with its subscription, for as long as that is there. */
    Uni<Void> keepAddress(Mutiny.Session session, UUID id, String sealed);

    /** Those whose address has not said yes since an instant. */
    Uni<List<Subscription>> unconfirmedSince(Mutiny.Session session, Instant since, int limit);

    /** Forgets how long it has been failing. */
    Uni<Void> forgetFailing(Mutiny.Session session, UUID id);
}
