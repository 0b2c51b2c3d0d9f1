package org.harmregistry.reports.edition.domain;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.run.domain.Run;
import org.harmregistry.reports.run.domain.RunAttempts;
import org.harmregistry.reports.run.domain.Runs;

import io.smallrye.mutiny.Uni;

/** The runs that make editions, for those who read drafts. */
@ApplicationScoped
public class EditionRuns {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final Runs runs;
    private final EditionCalls calls;
    private final EditionAbandoning abandoning;
    private final RunAttempts attempts;

    public EditionRuns(UnitOfWork unitOfWork, EditionStore store, Runs runs, EditionCalls calls,
            EditionAbandoning abandoning, RunAttempts attempts) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.runs = runs;
        this.calls = calls;
        this.abandoning = abandoning;
        this.attempts = attempts;
    }

    /** The run of an edition; 404 for everybody who does not read drafts, also when the edition is out. */
    public Uni<Run> get(Caller caller, UUID edition) {
        return unitOfWork.run(session -> store.find(session, edition).chain(found -> {
            Editions.visible(caller, found);
            return caller.readsAll() ? runs.find(session, edition) : Uni.createFrom().<Run> nullItem();
        })).onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND));
    }

    /** Calls a run off; whoever makes the edition stops within a second, and keeps nothing of it. */
    public Uni<Answer> cancel(EditionCalls.Call call, Function<Run, Answer> answer) {
        return calls.decide(call, (session, caller, edition, reason) -> abandoning.cancel(session, caller, edition, reason)
                .map(answer)).invoke(() -> attempts.stop(call.edition()));
    }
}
