package org.harmregistry.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Works on several parts at once, and says every few seconds what is still waited for. */
final class Parallel {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Progress progress;
    private final String reached;

    /** @param reached what a part is when its work is done, such as ready */
    Parallel(Progress progress, String reached) {
        this.progress = progress;
        this.reached = reached;
    }

    /**
     * Does all, each in its own thread, to the end.
     *
     * @param done parts that are ready before
     * @param total of how many
     * @throws RuntimeException the first failure; further ones are printed
     */
    void run(Map<PartName, Runnable> work, int done, int total) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, work.size()), task -> {
            Thread thread = new Thread(task, "part");
            thread.setDaemon(true);
            return thread;
        });
        Set<PartName> open = new ConcurrentSkipListSet<>(work.keySet());
        Map<PartName, Future<?>> tasks = new TreeMap<>();
        work.forEach((name, task) -> tasks.put(name, threads.submit(() -> {
            task.run();
            open.remove(name);
        })));
        List<RuntimeException> failures = new ArrayList<>();
        tasks.values().forEach(task -> await(task, failures,
                () -> progress.say((done + work.size() - open.size()) + " of " + total + " parts " + reached + "; waiting for "
                        + String.join(", ", open.stream().map(PartName::text).toList()))));
        threads.shutdown();
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failure -> progress.say(failure.getMessage()));
            throw failures.get(0);
        }
    }

    private static void await(Future<?> task, List<RuntimeException> failures, Runnable stillWaiting) {
        while (true) {
            try {
                task.get(BETWEEN_LINES.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                stillWaiting.run();
            } catch (ExecutionException e) {
                failures.add(e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause()));
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
