package org.harmregistry.kit.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.time.Pauses;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * All that is followed live from this service. A reader who is slow is waited for, nothing is kept for it; one who goes away
 * leaves nothing behind.
 */
@ApplicationScoped
public class LiveStreams {

    /** Below JSON where a reader takes anything: who does not ask for events waits for an end that may never come. */
    public static final String MEDIA_TYPE = "text/event-stream;qs=0.5";

    private final Pauses pauses;
    private final Clock clock;
    private final Vertx vertx;
    private final Pace pace;
    private final AtomicInteger followers = new AtomicInteger();
    private volatile boolean leaving;

    /**
     * @param most how many followers there may be at once
     * @param every how often what is followed is looked at
     * @param heartBeat after how long a silence is broken by a comment
     * @param longest after how long a follower has to come again
     */
    private record Pace(int most, Duration every, Duration heartBeat, Duration longest) {
    }

    LiveStreams(Pauses pauses, Clock clock, Vertx vertx,
            @ConfigProperty(name = "registry.changes.followers") int most,
            @ConfigProperty(name = "registry.changes.every") Duration every,
            @ConfigProperty(name = "registry.changes.heart-beat") Duration heartBeat,
            @ConfigProperty(name = "registry.changes.longest") Duration longest) {
        this.pauses = pauses;
        this.clock = clock;
        this.vertx = vertx;
        this.pace = new Pace(most, every, heartBeat, longest);
    }

    /**
     * Refuses a follower before its stream begins.
     *
     * @throws Failure 503 {@code overloaded} if there are too many followers
     */
    public void requireRoom() {
        if (followers.get() >= pace.most()) {
            throw tooMany();
        }
    }

    private static Failure tooMany() {
        return Failure.of(CommonFailure.OVERLOADED, "Too many follow what happens here live.");
    }

    /**
     * An event that holds JSON, already written: as text, so that nobody writes it a second time.
     *
     * @param id what a reader who comes again has read last
     */
    public static OutboundSseEvent event(Sse sse, String id, String name, String json) {
        return sse.newEventBuilder().id(id).name(name).mediaType(MediaType.TEXT_PLAIN_TYPE).data(String.class, json).build();
    }

    /** What the source has now, and then what comes. */
    public Multi<OutboundSseEvent> follow(Supplier<LiveSource> source, Sse sse) {
        return Multi.createFrom().deferred(() -> {
            if (followers.incrementAndGet() > pace.most()) {
                followers.decrementAndGet();
                return Multi.createFrom().failure(tooMany());
            }
            Follower follower = new Follower(source.get(), sse);
            return Multi.createBy().repeating().uni(() -> follower, Follower::next).whilst(batch -> follower.goesOn())
                    .onItem().<OutboundSseEvent> disjoint()
                    .onTermination().invoke(followers::decrementAndGet);
        });
    }

    /** How many follow at present. */
    public int followers() {
        return followers.get();
    }

    /** A replica that ends lets its followers go: they come again at another one, where they were. */
    void leave(@Observes ShutdownDelayInitiatedEvent asked) {
        leaving = true;
    }

    /** One follower's place in time. Its reads come one after the other, all in the context of its request. */
    private final class Follower {

        private final LiveSource source;
        private final Sse sse;
        private final Context context = vertx.getOrCreateContext();
        private final Instant end = clock.instant().plus(pace.longest());
        private Duration silence = Duration.ZERO;
        private boolean begun;
        private boolean failed;

        Follower(LiveSource source, Sse sse) {
            this.source = source;
            this.sse = sse;
        }

        boolean goesOn() {
            return !failed && !leaving && !source.hasEnded() && clock.instant().isBefore(end);
        }

        /** The answer is under way: a failure can only end it, and the reader comes again. */
        Uni<List<OutboundSseEvent>> next() {
            return inContext(read()).onFailure().recoverWithItem(failure -> {
                failed = true;
                return List.of();
            });
        }

        private Uni<List<OutboundSseEvent>> read() {
            if (!begun) {
                begun = true;
                return source.next().map(events -> withComment("begin", events));
            }
            return source.hasMore() ? source.next() : pauses.of(pace.every()).chain(source::next).map(this::keepAlive);
        }

        private List<OutboundSseEvent> keepAlive(List<OutboundSseEvent> events) {
            silence = events.isEmpty() ? silence.plus(pace.every()) : Duration.ZERO;
            if (silence.compareTo(pace.heartBeat()) < 0) {
                return events;
            }
            silence = Duration.ZERO;
            return withComment("alive", events);
        }

        private List<OutboundSseEvent> withComment(String comment, List<OutboundSseEvent> events) {
            List<OutboundSseEvent> all = new ArrayList<>();
            all.add(sse.newEventBuilder().comment(comment).build());
            all.addAll(events);
            return all;
        }

        private <T> Uni<T> inContext(Uni<T> work) {
            return Uni.createFrom().<T> emitter(emitter -> context.runOnContext(go -> {
                var running = work.subscribe().with(emitter::complete, emitter::fail);
                emitter.onTermination(running::cancel);
            }));
        }
    }
}
