package org.harmregistry.reports.subscription.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * What whoever reads a mailbox can do by the links in its e-mail: say yes, and end it. A link holds the subscription's id
 * and proves itself; nothing of it is kept.
 */
@ApplicationScoped
public class ByLink {

    private static final Duration LONGEST_UNCONFIRMED = Duration.ofDays(7);
    private static final int AT_ONCE = 100;

    /** What a link is for; one for one purpose is worth nothing for the other. */
    public enum Purpose {
        CONFIRMATION,
        UNSUBSCRIPTION
    }

    private final UnitOfWork unitOfWork;
    private final SubscriptionStore store;
    private final SubscriptionJournal journal;
    private final SubscriptionSecrets secrets;
    private final Clock clock;

    ByLink(UnitOfWork unitOfWork, SubscriptionStore store, SubscriptionJournal journal, SubscriptionSecrets secrets,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.journal = journal;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The last part of a link's path. */
    public String token(Purpose purpose, UUID subscription) {
        return subscription + "." + secrets.proof(purpose.name() + "/" + subscription);
    }

    /** The language of a subscription behind a link; 404 if there is none. */
    public Uni<String> language(Purpose purpose, String token) {
        return Uni.createFrom().deferred(() -> {
            UUID id = id(purpose, token);
            return unitOfWork.run(session -> found(store.find(session, id))).map(found -> found.content().language());
        });
    }

    /** The address wants it. Saying so twice changes nothing. */
    public Uni<String> confirm(String token) {
        return Uni.createFrom().deferred(() -> {
            UUID id = id(Purpose.CONFIRMATION, token);
            return unitOfWork.run(session -> found(store.lock(session, id)).chain(subscription -> {
                if (subscription.status() != SubscriptionStatus.UNCONFIRMED) {
                    return Uni.createFrom().item(subscription);
                }
                subscription.confirm(clock.instant().truncatedTo(ChronoUnit.MICROS));
                return journal.changed(session, byItself(subscription), subscription, "confirmed").replaceWith(subscription);
            })).map(subscription -> subscription.content().language());
        });
    }

    /** The address does not want it any more: subscription and address are deleted. */
    public Uni<String> end(String token) {
        return Uni.createFrom().deferred(() -> {
            UUID id = id(Purpose.UNSUBSCRIPTION, token);
            return unitOfWork.run(session -> found(store.lock(session, id)).chain(subscription -> end(session, subscription)
                    .replaceWith(subscription.content().language())));
        });
    }

    /** Deletes what nobody has said yes to for a week, with the addresses. */
    @Scheduled(every = "1h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetUnconfirmed() {
        Instant since = clock.instant().minus(LONGEST_UNCONFIRMED);
        return unitOfWork.run(session -> store.unconfirmedSince(session, since, AT_ONCE)
                .chain(found -> Multi.createFrom().iterable(found)
                        .onItem().transformToUniAndConcatenate(each -> end(session, each)).collect().last()))
                .onFailure().recoverWithNull();
    }

    private Uni<Void> end(Mutiny.Session session, Subscription subscription) {
        return journal.deleted(session, byItself(subscription), subscription, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .chain(() -> session.remove(subscription));
    }

    private static Caller byItself(Subscription subscription) {
        return new Caller("subscriber", subscription.organisation(), Set.of());
    }

    private static Uni<Subscription> found(Uni<Subscription> search) {
        return search.map(found -> {
            if (found == null || found.channel() != Channel.MAIL) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            return found;
        });
    }

    private UUID id(Purpose purpose, String token) {
        String[] parts = token.split("\\.", 2);
        if (parts.length != 2 || !secrets.proves(purpose.name() + "/" + RecordAddress.id(parts[0]), parts[1])) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return RecordAddress.id(parts[0]);
    }
}
