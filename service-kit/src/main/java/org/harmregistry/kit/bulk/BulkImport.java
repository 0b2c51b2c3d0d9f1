package org.harmregistry.kit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.opentelemetry.context.Context;

/**
 * Runs an import: reads the whole body first, batch by batch, and answers afterwards, so that reading never waits for the
 * client to read. To be called on a worker thread. What was written before a body broke off stays; the same body again finds
 * it.
 */
@ApplicationScoped
public class BulkImport {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private final BatchWriter writer;
    private final ObjectMapper mapper;
    private final JsonReading reading;
    private final ExecutorService workers;
    private final Semaphore free;
    private final int atOnce;

    public BulkImport(BatchWriter writer, ObjectMapper mapper, JsonReading reading, ExecutorService workers,
            @ConfigProperty(name = "registry.bulk.at-once", defaultValue = "6") int atOnce) {
        this.writer = writer;
        this.mapper = mapper;
        this.reading = reading;
        this.workers = workers;
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
    }

    /** True while an import runs in this process: what can wait, lets it go first. */
    public boolean isRunning() {
        return free.availablePermits() < atOnce;
    }

    /**
     * The answer to an import in NDJSON or CSV.
     *
     * @param contentType the request's header {@code Content-Type}
     * @param columns what a CSV may hold
     */
    public <T> Response run(InputStream body, String contentType, CsvColumns columns, BulkMode mode, BulkWork<T> work) {
        return run(BulkFormat.of(contentType) == BulkFormat.CSV ? new CsvRows(body, columns, reading) : new BulkLines(body),
                mode, work);
    }

    /** The answer to an import in NDJSON. */
    public <T> Response run(InputStream body, BulkMode mode, BulkWork<T> work) {
        return run(new BulkLines(body), mode, work);
    }

    /**
     * The answer to an import, one line per row.
     *
     * @throws Failure 503 if too many imports run, or the database goes away in the middle; 400 if the body breaks off
     */
    private <T> Response run(BulkSource source, BulkMode mode, BulkWork<T> work) {
        if (!free.tryAcquire()) {
            throw Failure.of(CommonFailure.OVERLOADED);
        }
        ResultSpool spool = new ResultSpool();
        boolean done = false;
        try {
            readAll(source, mode, work, spool);
            done = true;
        } catch (IOException e) {
            throw Failure.of(CommonFailure.MALFORMED_REQUEST, "The body broke off. Send it again: what is in stays as it is.");
        } finally {
            free.release();
            if (!done) {
                close(spool);
            }
        }
        return Response.ok(sending(spool)).type(MEDIA_TYPE).build();
    }

    /** While one batch is written the next one is read and prepared. */
    private <T> void readAll(BulkSource lines, BulkMode mode, BulkWork<T> work, ResultSpool spool) throws IOException {
        Future<List<RowResult>> writing = CompletableFuture.completedFuture(List.of());
        try {
            Batch<T> batch = new Batch<>(mode, work);
            for (BulkLine line = lines.next(); line != null; line = lines.next()) {
                batch.add(line);
                if (batch.isFull()) {
                    Future<?> prepared = prepare(batch);
                    keep(writing, spool);
                    writing = write(batch, prepared);
                    batch = new Batch<>(mode, work);
                }
            }
            Future<?> prepared = prepare(batch);
            keep(writing, spool);
            writing = write(batch, prepared);
        } finally {
            keep(writing, spool);
        }
    }

    private <T> Future<?> prepare(Batch<T> batch) {
        return workers.submit(Context.current().wrap(() -> writer.prepare(batch)));
    }

    private <T> Future<List<RowResult>> write(Batch<T> batch, Future<?> prepared) {
        return workers.submit(Context.current().wrap(() -> writer.write(batch, prepared)));
    }

    /** Waits for a batch, which a bound of its own ends, and keeps its results. */
    private void keep(Future<List<RowResult>> writing, ResultSpool spool) throws IOException {
        for (RowResult result : BatchWriter.outcome(writing)) {
            spool.add(mapper.writeValueAsBytes(result));
        }
    }

    private static StreamingOutput sending(ResultSpool spool) {
        return out -> {
            try (spool) {
                spool.writeTo(out);
            }
        };
    }

    private static void close(ResultSpool spool) {
        try {
            spool.close();
        } catch (IOException e) {
            throw Failure.of(CommonFailure.UNEXPECTED);
        }
    }
}
