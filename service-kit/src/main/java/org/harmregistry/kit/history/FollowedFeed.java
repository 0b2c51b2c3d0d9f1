package org.harmregistry.kit.history;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.live.LiveSource;
import org.harmregistry.kit.live.LiveStreams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/** A feed as one follower reads on in it. */
final class FollowedFeed implements LiveSource {

    private static final int ROWS = 100;

    private final FeedReading reading;
    private final ObjectMapper mapper;
    private final Sse sse;
    private final String collection;
    private final Caller caller;
    private String cursor;
    private boolean more;

    FollowedFeed(FeedReading reading, ObjectMapper mapper, Sse sse, String collection, Caller caller, String cursor) {
        this.reading = reading;
        this.mapper = mapper;
        this.sse = sse;
        this.collection = collection;
        this.caller = caller;
        this.cursor = cursor;
    }

    @Override
    public boolean hasMore() {
        return more;
    }

    @Override
    public Uni<List<OutboundSseEvent>> next() {
        return reading.behind(collection, cursor, ROWS).map(behind -> {
            cursor = reading.encode(collection, behind.end());
            more = behind.rows().size() == ROWS;
            List<OutboundSseEvent> events = new ArrayList<>();
            for (FeedRow row : behind.rows()) {
                ChangeEntry entry = row.seenBy(caller);
                if (entry != null) {
                    events.add(event(entry, reading.encode(collection, behind.start().at(row))));
                }
            }
            return events;
        });
    }

    private OutboundSseEvent event(ChangeEntry entry, String id) {
        try {
            return LiveStreams.event(sse, id, "change", mapper.writeValueAsString(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
