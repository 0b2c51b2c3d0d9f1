package org.harmregistry.reports.subscription.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.reports.subscription.domain.Subscription;
import org.harmregistry.reports.subscription.domain.SubscriptionStore;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Subscriptions in PostgreSQL. */
@ApplicationScoped
class SqlSubscriptionStore implements SubscriptionStore {

    private static final UUID LAST = new UUID(-1, -1);

    @Override
    public UUID nextId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    @Override
    public Uni<Subscription> find(Mutiny.Session session, UUID id) {
        return session.find(Subscription.class, id);
    }

    @Override
    public Uni<Subscription> lock(Mutiny.Session session, UUID id) {
        return session.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<List<Subscription>> visible(Mutiny.Session session, Caller caller, UUID before, int limit) {
        return session.createQuery("from Subscription where id < :before and (:all = true"
                + " or channel = 'webhook' and organisation = :organisation or channel = 'mail' and createdBy = :subject)"
                + " order by id desc", Subscription.class)
                .setParameter("before", before == null ? LAST : before).setParameter("all", caller.has(Role.ADMIN))
                .setParameter("organisation", caller.organisation() == null ? "" : caller.organisation())
                .setParameter("subject", caller.subject()).setMaxResults(limit).getResultList();
    }

    @Override
    public Uni<Long> count(Mutiny.Session session, String organisation) {
        return session.createQuery("select count(*) from Subscription where organisation = :organisation", Long.class)
                .setParameter("organisation", organisation).getSingleResult();
    }

    @Override
    public Uni<Long> countUnconfirmed(Mutiny.Session session, String subject) {
        return session.createQuery("select count(*) from Subscription where createdBy = :subject and confirmed = false",
                Long.class).setParameter("subject", subject).getSingleResult();
    }

    @Override
    public Uni<Void> keepAddress(Mutiny.Session session, UUID id, String sealed) {
        return session.createNativeQuery("insert into mail_address (subscription_id, sealed) values (:id, :sealed)")
                .setParameter("id", id).setParameter("sealed", sealed).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<List<Subscription>> unconfirmedSince(Mutiny.Session session, Instant since, int limit) {
        return session.createQuery("from Subscription where confirmed = false and recordedAt < :since order by id",
                Subscription.class).setParameter("since", since).setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    @Override
    public Uni<Void> forgetFailing(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("update subscription set failing_since = null where id = :id")
                .setParameter("id", id).executeUpdate().replaceWithVoid();
    }
}
