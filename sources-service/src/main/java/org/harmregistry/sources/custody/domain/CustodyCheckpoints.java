package org.harmregistry.sources.custody.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Writes down in the archive, now and then, how long every chain is and how it ends. Any replica may do it: a number is given
 * once, and heads kept twice are true twice.
 */
@ApplicationScoped
public class CustodyCheckpoints {

    private static final Logger LOG = Logger.getLogger(CustodyCheckpoints.class);
    private static final int HEADS = 2_000;
    private static final int BATCHES = 25;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final UnitOfWork unitOfWork;
    private final Chains chains;
    private final Checkpoints checkpoints;
    private final CustodyKeys keys;
    private final Clock clock;

    public CustodyCheckpoints(UnitOfWork unitOfWork, Chains chains, Checkpoints checkpoints, CustodyKeys keys, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.chains = chains;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Keeps what grew since the last checkpoint, in one or more checkpoints.
     *
     * @return how many heads were kept
     */
    public Uni<Integer> keep() {
        return keep(BATCHES, 0);
    }

    private Uni<Integer> keep(int batches, int kept) {
        return keepBatch().chain(more -> more < HEADS || batches == 1 ? Uni.createFrom().item(kept + more)
                : keep(batches - 1, kept + more));
    }

    private Uni<Integer> keepBatch() {
        return unitOfWork.run(LIMIT, session -> chains.waiting(session, HEADS)).chain(heads -> heads.isEmpty()
                ? Uni.createFrom().item(0)
                : checkpoints.newest().chain(before -> keep(before, heads)));
    }

    private Uni<Integer> keep(Checkpoint before, List<ChainHead> heads) {
        Checkpoint next = Checkpoint.behind(before, clock.instant(), UUID.randomUUID(), heads, keys);
        return checkpoints.add(next, heads).chain(added -> added
                ? unitOfWork.run(LIMIT, session -> chains.checkpointed(session, heads)).replaceWith(heads.size())
                : Uni.createFrom().item(0));
    }

    @Scheduled(every = "${registry.custody.checkpoint-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepInTurn() {
        return keep().onFailure().invoke(failure -> LOG.warnf("no checkpoint of custody could be kept: %s",
                failure.getClass().getSimpleName())).onFailure().recoverWithNull().replaceWithVoid();
    }
}
