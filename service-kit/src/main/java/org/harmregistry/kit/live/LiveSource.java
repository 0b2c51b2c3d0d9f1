package org.harmregistry.kit.live;

import java.util.List;

import jakarta.ws.rs.sse.OutboundSseEvent;

import io.smallrye.mutiny.Uni;

/** What one reader follows, from where it stands. Its reads come one after the other. */
public interface LiveSource {

    /** What came since the last read; empty if nothing did. */
    Uni<List<OutboundSseEvent>> next();

    /** True if there is more to read at once. */
    default boolean hasMore() {
        return false;
    }

    /** True if nothing can come any more: the stream ends with what was read last. */
    default boolean hasEnded() {
        return false;
    }
}
