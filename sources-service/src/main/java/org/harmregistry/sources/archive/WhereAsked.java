package org.harmregistry.sources.archive;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The Vert.x context in which the archive is asked; its answers come on the driver's threads, time-outs on yet others. */
final class WhereAsked {

    private WhereAsked() {
    }

    /** The same, going on where it is subscribed to, whatever came of it. */
    static <T> Uni<T> goOn(Uni<T> answer) {
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            return here == null ? answer : answer.emitOn(work -> here.runOnContext(back -> work.run()));
        });
    }
}
