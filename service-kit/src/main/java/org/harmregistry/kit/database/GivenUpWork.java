package org.harmregistry.kit.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Tells what is left of a given-up unit of work from errors that nobody heard of. Work is given up when its time is over
 * or its client has gone, and was answered as a failure then; Hibernate Reactive rolls it back and closes its session,
 * and whatever step of it was still under way finds that out by itself. That goes to nobody and is no fault; everything
 * else that is dropped is.
 */
@ApplicationScoped
public class GivenUpWork {

    private static final Logger LOG = Logger.getLogger(GivenUpWork.class);
    private static final String HIBERNATE = "org.hibernate.";
    private static final String SESSION_ON_ANOTHER_THREAD = "HR000069";

    void listen(@Observes StartupEvent started) {
        Infrastructure.setDroppedExceptionHandler(GivenUpWork::dropped);
    }

    private static void dropped(Throwable what) {
        if (isOfGivenUpSession(what)) {
            LOG.debug("a step of a given-up unit of work", what);
        } else {
            LOG.error("Mutiny had to drop the following exception", what);
        }
    }

    static boolean isOfGivenUpSession(Throwable what) {
        StackTraceElement[] stack = what.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith(HIBERNATE)
                && !String.valueOf(what.getMessage()).startsWith(SESSION_ON_ANOTHER_THREAD);
    }
}
