package org.harmregistry.kit.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.time.Pauses;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The change feed live, as server-sent events: each change is an event whose id is the cursor behind it. A reader who is slow
 * is
 * waited for, nothing is kept for it; one who goes away leaves nothing behind.
 */
@ApplicationScoped
public class LiveFeed {

    /** Below JSON where a reader takes anything: who does not ask for events waits for an end that never comes. */
    public static final String MEDIA_TYPE = "text/event-stream;qs=0.5";

    private final FeedReading reading;
    private final Pauses pauses;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Vertx vertx;
    private final Pace pace;
    private final AtomicInteger followers = new AtomicInteger();
    private volatile boolean leaving;

    /**
     * @param most how many followers there may be at once
     * @param every how often the feed is looked at
     * @param heartBeat after how long a silence is broken by a comment
     * @param longest after how long a follower has to come again
     */
    private record Pace(int most, Duration every, Duration heartBeat, Duration longest) {
    }

    LiveFeed(FeedReading reading, Pauses pauses, ObjectMapper mapper, Clock clock, Vertx vertx,
            @ConfigProperty(name = "registry.changes.followers") int most,
            @ConfigProperty(name = "registry.changes.every") Duration every,
            @ConfigProperty(name = "registry.changes.heart-beat") Duration heartBeat,
            @ConfigProperty(name = "registry.changes.longest") Duration longest) {
        this.reading = reading;
        this.pauses = pauses;
        this.mapper = mapper;
        this.clock = clock;
        this.vertx = vertx;
        this.pace = new Pace(most, every, heartBeat, longest);
    }

    /**
     * Refuses a follower before its stream begins.
     *
     * @throws Failure 410 {@code cursor_expired} if the feed has begun anew or was restored since the cursor was made, 503 if
     *         there are too many followers
     */
    Uni<Void> admit(String collection, String after, String lastEventId) {
        if (followers.get() >= pace.most()) {
            return Uni.createFrom().failure(tooMany());
        }
        return reading.behind(collection, lastEventId == null ? after : lastEventId, 1).replaceWithVoid();
    }

    private static Failure tooMany() {
        return Failure.of(CommonFailure.OVERLOADED, "Too many follow the feeds live.");
    }

    /**
     * The changes behind a cursor that the caller may see, and then those to come.
     *
     * @param after the cursor in the address; {@code null} to begin
     * @param lastEventId the cursor with which a reader comes again; it goes before the other
     */
    public Multi<OutboundSseEvent> follow(String collection, Caller caller, String after, String lastEventId, Sse sse) {
        return Multi.createFrom().deferred(() -> {
            if (followers.incrementAndGet() > pace.most()) {
                followers.decrementAndGet();
                return Multi.createFrom().failure(tooMany());
            }
            FollowedFeed feed = new FollowedFeed(reading, mapper, sse, collection, caller,
                    lastEventId == null ? after : lastEventId);
            Follower follower = new Follower(feed);
            return Multi.createBy().repeating().uni(() -> follower, Follower::next).whilst(batch -> follower.goesOn())
                    .onItem().<OutboundSseEvent> disjoint()
                    .onTermination().invoke(followers::decrementAndGet);
        });
    }

    int followers() {
        return followers.get();
    }

    /** A replica that ends lets its followers go: they come again at another one, where they were. */
    void leave(@Observes ShutdownDelayInitiatedEvent asked) {
        leaving = true;
    }

    /** One follower's place in time. Its reads come one after the other, all in the context of its request. */
    private final class Follower {

        private final FollowedFeed feed;
        private final Context context = vertx.getOrCreateContext();
        private final Instant end = clock.instant().plus(pace.longest());
        private Duration silence = Duration.ZERO;
        private boolean begun;
        private boolean failed;

        Follower(FollowedFeed feed) {
            this.feed = feed;
        }

        boolean goesOn() {
            return !failed && !leaving && clock.instant().isBefore(end);
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
                return feed.next().map(events -> feed.withComment("begin", events));
            }
            return feed.hasMore() ? feed.next() : pauses.of(pace.every()).chain(feed::next).map(this::keepAlive);
        }

        private List<OutboundSseEvent> keepAlive(List<OutboundSseEvent> events) {
            silence = events.isEmpty() ? silence.plus(pace.every()) : Duration.ZERO;
            if (silence.compareTo(pace.heartBeat()) < 0) {
                return events;
            }
            silence = Duration.ZERO;
            return feed.withComment("alive", events);
        }

        private <T> Uni<T> inContext(Uni<T> work) {
            return Uni.createFrom().<T> emitter(emitter -> context.runOnContext(go -> {
                var running = work.subscribe().with(emitter::complete, emitter::fail);
                emitter.onTermination(running::cancel);
            }));
        }
    }
}
