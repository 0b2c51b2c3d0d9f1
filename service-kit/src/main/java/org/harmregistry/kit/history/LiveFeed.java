package org.harmregistry.kit.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.live.LiveStreams;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The change feed live, as server-sent events: each change is an event whose id is the cursor behind it. */
@ApplicationScoped
public class LiveFeed {

    public static final String MEDIA_TYPE = LiveStreams.MEDIA_TYPE;

    private final FeedReading reading;
    private final LiveStreams streams;
    private final ObjectMapper mapper;

    LiveFeed(FeedReading reading, LiveStreams streams, ObjectMapper mapper) {
        this.reading = reading;
        this.streams = streams;
        this.mapper = mapper;
    }

    /**
     * Refuses a follower before its stream begins.
     *
     * @throws Failure 410 {@code cursor_expired} if the feed has begun anew or was restored since the cursor was made, 503 if
     *         there are too many followers
     */
    Uni<Void> admit(String collection, String after, String lastEventId) {
        return Uni.createFrom().deferred(() -> {
            streams.requireRoom();
            return reading.behind(collection, lastEventId == null ? after : lastEventId, 1).replaceWithVoid();
        });
    }

    /**
     * The changes behind a cursor that the caller may see, and then those to come.
     *
     * @param after the cursor in the address; {@code null} to begin
     * @param lastEventId the cursor with which a reader comes again; it goes before the other
     */
    public Multi<OutboundSseEvent> follow(String collection, Caller caller, String after, String lastEventId, Sse sse) {
        return streams.follow(() -> new FollowedFeed(reading, mapper, sse, collection, caller,
                lastEventId == null ? after : lastEventId), sse);
    }

    int followers() {
        return streams.followers();
    }
}
