package org.harmregistry.reports.edition.domain;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.run.domain.RunProblem;
import org.harmregistry.reports.run.domain.Runs;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Claims on editions: one maker at a time, for as long as it keeps saying that it is alive. The claim of a maker that died runs
 * out, and whoever looks next takes over.
 */
@ApplicationScoped
public class EditionClaims {

    /**
     * @param token proves the claim
     * @param edition the edition claimed
     */
    public record Claim(UUID token, UUID edition) {
    }

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final Runs runs;
    private final JsonReading json;
    private final Duration lease;
    private final Duration firstWait;
    private final Duration longestWait;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    public EditionClaims(UnitOfWork unitOfWork, EditionStore store, Runs runs, JsonReading json,
            @ConfigProperty(name = "registry.editions.lease") Duration lease,
            @ConfigProperty(name = "registry.editions.first-wait") Duration firstWait,
            @ConfigProperty(name = "registry.editions.longest-wait") Duration longestWait) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.runs = runs;
        this.json = json;
        this.lease = lease;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
    }

    /** Claims one edition that is due; {@code null} if there is none. */
    public Uni<Claim> next() {
        UUID token = UUID.randomUUID();
        return unitOfWork.run(session -> store.claim(session, token, lease)).map(edition -> {
            if (edition == null) {
                return null;
            }
            held.add(token);
            return new Claim(token, edition);
        });
    }

    /** Ends a claim after the work is done, whether it was still ours or not. */
    void done(Claim claim) {
        held.remove(claim.token());
    }

    /** Gives a claim back because of a failure; the waits double. */
    Uni<Void> postpone(Claim claim, int attempts, Failure failure) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
        return unitOfWork.run(session -> store.postpone(session, claim.token(),
                wait.compareTo(longestWait) > 0 ? longestWait : wait, failure.code().code(), failure.getMessage())
                .chain(() -> runs.wait(session, claim.token(), json.tree(RunProblem.of(failure)).toString())));
    }

    @Scheduled(every = "${registry.editions.renew-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renewHeld() {
        if (held.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> now = Set.copyOf(held);
        return unitOfWork.run(session -> store.renew(session, now, lease)).onFailure().recoverWithNull();
    }
}
