package org.harmregistry.kit.export;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Sends one export. While a batch of rows is written the next one is read; nothing is read further as long as the reader
 * has not taken what was sent. All of it happens on the one event loop of the request.
 */
public final class ExportStream {

    private static final Logger LOG = Logger.getLogger("registry.export");
    private static final int CHUNK_CHARACTERS = 65_536;

    private final ExportCursor cursor;
    private final ExportText text;
    private final Context context;
    private final Consumer<ExportStream> onEnd;
    private final StringBuilder made = new StringBuilder(CHUNK_CHARACTERS + 8_192);
    private RowSet<Row> batch;
    private ResteasyReactiveRequestContext request;
    private ServerHttpResponse response;
    private boolean reading;
    private boolean waitingForReader;
    private boolean written;
    private boolean ended;
    private long waitingSince;

    /**
     * @param first the first batch, which is there before anything is answered, so that failures still become problems
     * @param onEnd called once, however it ends
     */
    ExportStream(ExportCursor cursor, RowSet<Row> first, ExportText text, Context context,
            Consumer<ExportStream> onEnd) {
        this.cursor = cursor;
        this.batch = first;
        this.text = text;
        this.context = context;
        this.onEnd = onEnd;
        this.waitingForReader = true;
        this.waitingSince = System.nanoTime();
        made.append(text.head());
    }

    /** Begins to send. */
    void send(ResteasyReactiveRequestContext to) {
        request = to;
        response = to.serverResponse();
        response.setChunked(true);
        response.addCloseHandler(() -> context.runOnContext(gone -> end()));
        response.addDrainHandler(() -> context.runOnContext(drained -> goOn()));
        goOn();
    }

    private void goOn() {
        waitingForReader = false;
        pump();
    }

    private void pump() {
        while (!ended && !waitingForReader && batch != null) {
            RowSet<Row> rows = batch;
            batch = null;
            boolean more = cursor.hasMore();
            if (more) {
                read();
            }
            write(rows);
            if (!more) {
                finish();
            } else if (response.isWriteQueueFull()) {
                waitingForReader = true;
                waitingSince = System.nanoTime();
            }
        }
    }

    private void read() {
        reading = true;
        cursor.next().onComplete(this::read);
    }

    private void read(AsyncResult<RowSet<Row>> rows) {
        reading = false;
        if (rows.succeeded()) {
            batch = rows.result();
            pump();
        } else if (!ended) {
            LOG.errorf("an export broke off, as the database failed");
            LOG.debugf(rows.cause(), "cause of an export that broke off");
            cut();
        }
    }

    private void write(RowSet<Row> rows) {
        long characters = 0;
        for (Row row : rows) {
            int before = made.length();
            text.append(made, row);
            characters += made.length() - before;
            if (made.length() >= CHUNK_CHARACTERS) {
                flush();
            }
        }
        cursor.adapt(rows.size(), characters);
    }

    private void flush() {
        if (made.length() > 0 && !ended) {
            written = true;
            response.write(made.toString().getBytes(StandardCharsets.UTF_8));
        }
        made.setLength(0);
    }

    private void finish() {
        made.append(text.tail());
        flush();
        if (!ended) {
            end();
            if (!written) {
                // Nothing at all, said to be compressed, is no answer: even an empty gzip stream has bytes.
                response.setResponseHeader(HttpHeaders.CONTENT_ENCODING, "identity");
            }
            response.end();
            request.close();
        }
    }

    /** True if the reader has taken nothing for so long, or nobody has begun to send. */
    boolean isStalled(long nanos) {
        return !ended && waitingForReader && System.nanoTime() - waitingSince > nanos;
    }

    /** Breaks the connection off: without its end, a reader can tell that the answer is not whole. */
    void cut() {
        end();
        if (request != null) {
            request.serverRequest().closeConnection();
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            batch = null;
            cursor.close();
            onEnd.accept(this);
        }
    }
}
