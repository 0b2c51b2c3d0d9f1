package org.harmregistry.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The Vert.x context in which something else than the register is asked. Its answers come on whatever thread, and time-outs on
 * yet others, while a unit of work stays on the context on which it was begun.
 */
public final class WhereAsked {

    private WhereAsked() {
    }

    /** The same, going on where it is subscribed to, whatever came of it. */
    public static <T> Uni<T> goOn(Uni<T> answer) {
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            return here == null ? answer : answer.emitOn(work -> here.runOnContext(back -> work.run()));
        });
    }
}
