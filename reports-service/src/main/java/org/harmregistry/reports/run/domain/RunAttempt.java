package org.harmregistry.reports.run.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.registry.ReadingFollower;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** One attempt to make an edition, on this replica: how far it is, and how it is stopped. */
public final class RunAttempt implements ReadingFollower {

    private static final Set<RunStep> COLLECTING = Set.of(RunStep.READING_INCIDENTS, RunStep.READING_SOURCES,
            RunStep.COUNTING);

    private final UUID edition;
    private final UUID claim;
    private final Map<RunStep, Long> done = new EnumMap<>(RunStep.class);
    private RunStep step = RunStep.READING_INCIDENTS;
    private Long total;
    private String format;
    private String language;
    private boolean stopped;
    private Runnable stopping;

    RunAttempt(UUID edition, UUID claim) {
        this.edition = edition;
        this.claim = claim;
    }

    /** One that nobody is told of: what lets an edition out that is whole already. */
    public static RunAttempt untold() {
        return new RunAttempt(null, null);
    }

    boolean isTold() {
        return claim != null;
    }

    boolean isOf(UUID other) {
        return other.equals(edition);
    }

    UUID claim() {
        return claim;
    }

    synchronized Runs.Noted noted() {
        return new Runs.Noted(claim, new Run.Progress(step, done.getOrDefault(step, 0L), total, format, language));
    }

    synchronized void enter(RunStep next, Long of) {
        step = next;
        total = of;
        format = null;
        language = null;
    }

    /** What the evidence needs decides what is read when; what the gate looks up belongs to the gate. */
    @Override
    public synchronized void reads(Part part, int records) {
        if (COLLECTING.contains(step)) {
            step = switch (part) {
                case INCIDENTS -> RunStep.READING_INCIDENTS;
                case SOURCES -> RunStep.READING_SOURCES;
                case COUNTS -> RunStep.COUNTING;
            };
        }
        done.merge(step, (long) records, Long::sum);
    }

    /** A file is begun. */
    public synchronized void writes(String format, String language) {
        this.format = format;
        this.language = language;
    }

    /** One more of what the step counts is done. */
    public synchronized void advance() {
        done.merge(step, 1L, Long::sum);
    }

    /**
     * The work, which ends at once when the attempt is stopped; it fails in the Vert.x context where it was asked for, whoever
     * stops it.
     */
    public <T> Uni<T> stoppable(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            var running = work.subscribe().with(emitter::complete, failure -> in(context, () -> emitter.fail(failure)));
            emitter.onTermination(running::cancel);
            onStop(() -> in(context, () -> {
                running.cancel();
                emitter.fail(Failure.of(RunFailure.RUN_ENDED));
            }));
        });
    }

    private static void in(Context context, Runnable act) {
        if (context == null) {
            act.run();
        } else {
            context.runOnContext(go -> act.run());
        }
    }

    private void onStop(Runnable stop) {
        boolean late;
        synchronized (this) {
            stopping = stop;
            late = stopped;
        }
        if (late) {
            stop.run();
        }
    }

    void stop() {
        Runnable stop;
        synchronized (this) {
            stop = stopped ? null : stopping;
            stopped = true;
        }
        if (stop != null) {
            stop.run();
        }
    }
}
