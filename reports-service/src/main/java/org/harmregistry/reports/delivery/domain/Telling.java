package org.harmregistry.reports.delivery.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.subscription.domain.Occasion;
import org.harmregistry.reports.subscription.domain.Subscription;
import org.harmregistry.reports.subscription.domain.SubscriptionFailure;
import org.harmregistry.reports.subscription.domain.SubscriptionStatus;
import org.harmregistry.reports.subscription.domain.Subscriptions;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What an owner can ask of deliveries: to read them, a test, and to be told again. */
@ApplicationScoped
public class Telling {

    private static final int MOST_REPLAYED = 10_000;

    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final Announcements announcements;
    private final Deliveries deliveries;
    private final Idempotency idempotency;
    private final CursorCodec cursors;
    private final Clock clock;

    public Telling(UnitOfWork unitOfWork, Subscriptions subscriptions, Announcements announcements, Deliveries deliveries,
            Idempotency idempotency, CursorCodec cursors, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.announcements = announcements;
        this.deliveries = deliveries;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.clock = clock;
    }

    public Uni<List<LoggedDelivery>> log(Caller caller, UUID subscription, Long before, int limit) {
        return unitOfWork.run(session -> subscriptions.visible(session, caller, subscription)
                .chain(() -> deliveries.log(session, subscription, before, limit)));
    }

    public Uni<LoggedDelivery> get(Caller caller, UUID subscription, UUID messageId) {
        return unitOfWork.run(session -> subscriptions.visible(session, caller, subscription)
                .chain(() -> delivery(session, subscription, messageId)));
    }

    /** Queues a message that says no more than that it is a test. The subscription is not locked: announcing waits its turn. */
    public Uni<Answer> test(Caller caller, UUID id, String key, Function<LoggedDelivery, Answer> answer) {
        IdempotentCall call = IdempotentCall.of(caller, "testSubscription " + id, key, null);
        return unitOfWork.run(session -> subscriptions.visible(session, caller, id)
                .chain(subscription -> idempotency.once(session, call, () -> {
                    requireActive(subscription);
                    return announcements.addFor(session, id, Occasion.TEST, clock.instant().truncatedTo(ChronoUnit.MICROS))
                            .chain(message -> delivery(session, id, message)).map(answer);
                })));
    }

    /**
     * Queues again what there was to tell behind a cursor; from the beginning if there is none.
     *
     * @return fails with 410 {@code cursor_expired} if the register no longer has what the cursor names
     */
    public Uni<Answer> replay(Caller caller, UUID id, String after, String key, Function<Integer, Answer> answer) {
        return Uni.createFrom().deferred(() -> {
            IdempotentCall call = IdempotentCall.of(caller, "replaySubscription " + id + " " + after, key, null);
            return unitOfWork.run(session -> subscriptions.locked(session, caller, id)
                    .chain(subscription -> idempotency.once(session, call, () -> {
                        requireActive(subscription);
                        return position(session, after)
                                .chain(position -> deliveries.replay(session, id, position, MOST_REPLAYED)).map(answer);
                    })));
        });
    }

    private Uni<Long> position(Mutiny.Session session, String after) {
        if (after == null) {
            return Uni.createFrom().item(0L);
        }
        List<String> values = cursors.decode(WebhookMessage.CURSORS, after, 2);
        long position = Long.parseLong(values.get(0));
        return announcements.stands(session, position, RecordAddress.id(values.get(1))).map(stands -> {
            if (!stands) {
                throw Failure.of(CommonFailure.CURSOR_EXPIRED);
            }
            return position;
        });
    }

    private Uni<LoggedDelivery> delivery(Mutiny.Session session, UUID subscription, UUID messageId) {
        return deliveries.find(session, subscription, messageId).map(found -> {
            if (found == null) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            return found;
        });
    }

    private static void requireActive(Subscription subscription) {
        if (subscription.status() != SubscriptionStatus.ACTIVE) {
            throw Failure.of(SubscriptionFailure.SUBSCRIPTION_NOT_ACTIVE);
        }
    }
}
