package org.harmregistry.reports.delivery.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.reports.subscription.domain.Channel;
import org.harmregistry.reports.subscription.domain.Subscriptions;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Sends what is due, on any replica. Calls run beside each other; what they come to is written down together, one unit of work
 * after the other. Subscriptions that fail at present have a run of their own, so that receivers that hang hold up nobody else.
 */
@ApplicationScoped
public class DeliveryStep {

    private static final int EACH = 8;
    private static final int TOGETHER = 32;
    private static final Duration SOON = Duration.ofMillis(50);

    private final UnitOfWork unitOfWork;
    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final Map<Channel, Sending> channels;
    private final int atOnce;
    private final int runs;
    private final Duration lease;
    private final Duration longestFailing;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger runningForFailing = new AtomicInteger();
    private final Random random = new Random();

    public DeliveryStep(UnitOfWork unitOfWork, Deliveries deliveries, Subscriptions subscriptions, Instance<Sending> channels,
            @ConfigProperty(name = "registry.deliveries.at-once") int atOnce,
            @ConfigProperty(name = "registry.deliveries.runs") int runs,
            @ConfigProperty(name = "registry.deliveries.lease") Duration lease,
            @ConfigProperty(name = "registry.deliveries.disable-after") Duration longestFailing) {
        this.unitOfWork = unitOfWork;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.channels = channels.stream().collect(Collectors.toMap(Sending::channel, Function.identity()));
        this.atOnce = atOnce;
        this.runs = runs;
        this.lease = lease;
        this.longestFailing = longestFailing;
    }

    /** Sends until nothing is due; does nothing if this replica is sending as much as it may. */
    public Uni<Void> run() {
        return bounded(running, runs, false);
    }

    /** The same for subscriptions that fail at present. */
    public Uni<Void> runForFailing() {
        return bounded(runningForFailing, 1, true);
    }

    private Uni<Void> bounded(AtomicInteger counter, int most, boolean failing) {
        return Uni.createFrom().deferred(() -> {
            if (counter.incrementAndGet() > most) {
                counter.decrementAndGet();
                return Uni.createFrom().voidItem();
            }
            Context context = Vertx.currentContext();
            return Multi.createBy().repeating().uni(() -> once(failing, context)).whilst(sent -> sent > 0).collect().last()
                    .replaceWithVoid().onTermination().invoke(counter::decrementAndGet);
        });
    }

    private Uni<Integer> once(boolean failing, Context context) {
        UUID token = UUID.randomUUID();
        var wanted = new Deliveries.Wanted(token, failing, atOnce, EACH, lease);
        return unitOfWork.run(session -> deliveries.claim(session, wanted))
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(0) : send(due, token, context).replaceWith(due.size()));
    }

    private Uni<Void> send(List<Due> due, UUID token, Context context) {
        return Multi.createFrom().iterable(due).onItem().transformToUni(this::attempt).merge(atOnce)
                .group().intoLists().of(TOGETHER, SOON)
                // Timers of calls end on threads of their own; a session wants the run's.
                .emitOn(next -> context.runOnContext(go -> next.run()))
                .onItem().transformToUniAndConcatenate(results -> record(token, results))
                .collect().last().replaceWithVoid();
    }

    private Uni<Deliveries.Result> attempt(Due due) {
        return channels.get(due.channel()).send(due).map(attempt -> new Deliveries.Result(due, attempt, again(due, attempt)));
    }

    private Duration again(Due due, Attempt attempt) {
        int failures = due.failures() + 1;
        return attempt.outcome() == Outcome.DELIVERED || !RetryPlan.goesOn(failures) ? null
                : RetryPlan.wait(failures, attempt.askedToWait(), random.nextDouble());
    }

    private Uni<Void> record(UUID token, List<Deliveries.Result> results) {
        return unitOfWork.run(session -> deliveries.record(session, token, results, longestFailing)
                .chain(failing -> disable(session, failing, "failing"))
                .chain(() -> disable(session, results.stream()
                        .filter(result -> result.attempt().outcome() == Outcome.GONE)
                        .map(result -> result.due().subscription()).distinct().sorted().toList(), "gone")));
    }

    private Uni<Void> disable(Mutiny.Session session, List<UUID> ids, String cause) {
        return Multi.createFrom().iterable(ids)
                .onItem().transformToUniAndConcatenate(id -> subscriptions.disable(session, id, cause))
                .collect().last().replaceWithVoid();
    }
}
