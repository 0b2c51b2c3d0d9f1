package org.harmregistry.reports.delivery.domain;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.time.NextTurn;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Looks each second for what is to be sent; every replica does, and their claims keep them apart. */
@ApplicationScoped
public class DeliverySchedule {

    private static final Logger LOG = Logger.getLogger(DeliverySchedule.class);

    private final DeliveryStep step;
    private final UnitOfWork unitOfWork;
    private final Deliveries deliveries;
    private final Duration keep;

    public DeliverySchedule(DeliveryStep step, UnitOfWork unitOfWork, Deliveries deliveries,
            @ConfigProperty(name = "registry.deliveries.keep") Duration keep) {
        this.step = step;
        this.unitOfWork = unitOfWork;
        this.deliveries = deliveries;
        this.keep = keep;
    }

    /** Also while an earlier run still waits for somebody: the step itself bounds how many there are. */
    @Scheduled(every = "${registry.deliveries.every}", delayed = "1s")
    Uni<Void> send() {
        return NextTurn.after(step.run(), LOG, "deliveries");
    }

    @Scheduled(every = "${registry.deliveries.every}", delayed = "1s")
    Uni<Void> sendToFailing() {
        return NextTurn.after(step.runForFailing(), LOG, "deliveries");
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return NextTurn.after(unitOfWork.run(session -> deliveries.forget(session, keep)), LOG, "deliveries");
    }
}
