package org.harmregistry.reports.log.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Lets the log step every few seconds, on every replica; the steps keep themselves apart. */
@ApplicationScoped
public class LogSchedule {

    private static final Logger LOG = Logger.getLogger(LogSchedule.class);

    private final LogStep step;
    private final CosigningStep cosigning;
    private volatile LogCondition last = LogCondition.RUNNING;

    public LogSchedule(LogStep step, CosigningStep cosigning) {
        this.step = step;
        this.cosigning = cosigning;
    }

    @Scheduled(every = "${registry.log.every}", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> step() {
        return step.run().invoke(this::tell).onFailure().invoke(failure -> LOG.warnf("the log waits: %s",
                failure instanceof Failure ? failure.getMessage() : "unexpected failure"))
                .onFailure().recoverWithNull().replaceWithVoid();
    }

    @Scheduled(every = "${registry.log.witnesses-every}", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> cosign() {
        return cosigning.run().onFailure().invoke(failure -> LOG.warn("witnesses were not asked")).onFailure()
                .recoverWithNull();
    }

    private void tell(LogCondition condition) {
        if (condition.isHalted() && condition != last) {
            LOG.errorf("the log is halted and signs nothing: %s See docs/log.md.", condition.sentence());
        }
        last = condition;
    }
}
