package org.harmregistry.reports.registry;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;

/** What travels with a subscription, beside what travels with it already. */
final class Carried {

    private Carried() {
    }

    static <T> Uni<T> with(String key, Object value, Uni<T> work) {
        return Uni.createFrom().context(outer -> {
            Context inner = Context.empty();
            outer.keys().forEach(carried -> inner.put(carried, outer.get(carried)));
            inner.put(key, value);
            return Uni.createFrom().<T> emitter(emitter -> {
                var running = work.subscribe().with(inner, emitter::complete, emitter::fail);
                emitter.onTermination(running::cancel);
            });
        });
    }
}
