package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;

import io.smallrye.mutiny.Uni;

/** Reads sources as readers see them, each question by one statement. */
public interface ShownSources {

    /**
     * Behind which source a page begins.
     *
     * @param key its sort key, as text
     */
    record Position(String key, UUID id) {
    }

    /**
     * The source, or {@code null} if it is not there for the caller.
     *
     * @param asOf as the registry had recorded it by this instant, an effective one; {@code null} for today
     */
    Uni<ShownSource> get(Caller caller, UUID id, Instant asOf);

    /** What the caller may see of the sources asked for, behind {@code after} if it is given. */
    Uni<List<ShownSource>> list(Caller caller, SourceFilter filter, SourceOrder order, Position after, int limit);

    /** How many sources that the caller may see match the filter. */
    Uni<Long> count(Caller caller, SourceFilter filter);
}
