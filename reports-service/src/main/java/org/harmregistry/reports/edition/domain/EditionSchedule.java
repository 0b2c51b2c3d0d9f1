package org.harmregistry.reports.edition.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.time.NextTurn;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Looks every few seconds for editions that are due; every replica does, and their claims keep them apart. */
@ApplicationScoped
public class EditionSchedule {

    private static final Logger LOG = Logger.getLogger(EditionSchedule.class);

    private final EditionMaking making;

    public EditionSchedule(EditionMaking making) {
        this.making = making;
    }

    @Scheduled(every = "${registry.editions.every}", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> makeDue() {
        return NextTurn.after(making.makeDue(), LOG, "editions");
    }
}
