package org.harmregistry.reports.run.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * The attempts of this replica: writes down how far they are, and stops those whose run was called off or is somebody else's
 * now.
 */
@ApplicationScoped
public class RunAttempts {

    private final UnitOfWork unitOfWork;
    private final Runs runs;
    private final Set<RunAttempt> underWay = ConcurrentHashMap.newKeySet();

    public RunAttempts(UnitOfWork unitOfWork, Runs runs) {
        this.unitOfWork = unitOfWork;
        this.runs = runs;
    }

    /** An attempt on a run that was begun under the claim. */
    public RunAttempt begun(UUID edition, UUID claim) {
        RunAttempt attempt = new RunAttempt(edition, claim);
        underWay.add(attempt);
        return attempt;
    }

    public void done(RunAttempt attempt) {
        underWay.remove(attempt);
    }

    /**
     * Begins a step and writes it down.
     *
     * @param total how much there is to do in it; {@code null} where that is not known
     * @return fails with {@code run_ended} if the run is no longer this attempt's
     */
    public Uni<Void> enter(RunAttempt attempt, RunStep step, Long total) {
        attempt.enter(step, total);
        return !attempt.isTold() ? Uni.createFrom().voidItem()
                : unitOfWork.run(session -> runs.note(session, List.of(attempt.noted()))).invoke(held -> {
                    if (held.isEmpty()) {
                        throw Failure.of(RunFailure.RUN_ENDED);
                    }
                }).replaceWithVoid();
    }

    /** Stops what this replica does for an edition whose run has ended. */
    public void stop(UUID edition) {
        underWay.stream().filter(attempt -> attempt.isOf(edition)).forEach(RunAttempt::stop);
    }

    /** Writes down how far all attempts are. */
    @Scheduled(every = "${registry.runs.note-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> note() {
        List<RunAttempt> now = List.copyOf(underWay);
        if (now.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unitOfWork.run(session -> runs.note(session, now.stream().map(RunAttempt::noted).toList()))
                .invoke(held -> stopAllBut(new HashSet<>(held), now))
                // A register that is away stops nobody: the claim runs out by itself, and the last step asks for it.
                .onFailure().recoverWithNull().replaceWithVoid();
    }

    private static void stopAllBut(Set<UUID> held, List<RunAttempt> attempts) {
        attempts.stream().filter(attempt -> !held.contains(attempt.claim())).forEach(RunAttempt::stop);
    }
}
