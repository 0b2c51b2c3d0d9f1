package org.harmregistry.kit.database;

import java.time.Duration;
import java.util.Collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/**
 * Opens connections and runs the first units of work before the service listens, so that a replica which joins others under
 * load answers its first requests in the time that all have. A database that is away does not keep a service from starting.
 */
@ApplicationScoped
public class FirstConnections {

    private static final Logger LOG = Logger.getLogger(FirstConnections.class);
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final UnitOfWork unitOfWork;

    public FirstConnections(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    void open(@Observes StartupEvent started) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> Uni.join().all(Collections.nCopies(AT_ONCE, first())).andFailFast());
        } catch (Throwable away) {
            LOG.debug("the register could not be asked at start", away);
        }
    }

    private Uni<Integer> first() {
        return unitOfWork.run(LONGEST, session -> session.createNativeQuery("select 1", Integer.class).getSingleResult());
    }
}
