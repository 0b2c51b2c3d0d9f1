package org.harmregistry.reports.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

/**
 * The instant of which all reads of one piece of work are true. It travels with the subscription and not through parameters, so
 * that no part of a report can forget it and mix the present into a past state.
 */
public final class ReadingInstant {

    private static final String KEY = ReadingInstant.class.getName();

    private ReadingInstant() {
    }

    /** The same work, all its reads of the registry being true of the instant. */
    public static <T> Uni<T> within(Instant instant, Uni<T> work) {
        return Carried.with(KEY, instant, work);
    }

    /** Does a read that is told its instant; none is the present. */
    static <T> Uni<T> ask(Function<Optional<Instant>, Uni<T>> read) {
        return Uni.createFrom().context(context -> read.apply(
                context.contains(KEY) ? Optional.of(context.<Instant> get(KEY)) : Optional.empty()));
    }

    /** Does a read whose address holds the instant as text; {@code null} is the present. */
    public static <T> Uni<T> asText(Function<String, Uni<T>> read) {
        return ask(instant -> read.apply(instant.map(Instant::toString).orElse(null)));
    }
}
