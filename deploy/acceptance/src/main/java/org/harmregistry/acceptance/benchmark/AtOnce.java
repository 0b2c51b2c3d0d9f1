package org.harmregistry.acceptance.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What several did side by side.
 *
 * @param results what came of each, in their order
 * @param seconds until the last had ended
 */
record AtOnce<T>(List<T> results, double seconds) {

    /** @throws Exception if one of them could not be done */
    static <T> AtOnce<T> run(List<Callable<T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            long begun = System.nanoTime();
            List<Future<T>> futures = threads.invokeAll(works);
            double seconds = (System.nanoTime() - begun) / 1e9;
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return new AtOnce<>(results, seconds);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }
}
