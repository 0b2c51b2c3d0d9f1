package org.harmregistry.sources.attachment.api;

import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Sends verified chunks of a file, each only after the reader has taken the one before. The first is there before anything is
 * answered; if a later one turns out damaged the connection is broken off, so that nobody takes what came for the whole.
 */
final class ContentStream implements MultiSubscriber<byte[]> {

    private static final Logger LOG = Logger.getLogger("registry.archive");

    private final Context context = Vertx.currentContext();
    private final long length;
    private Subscription chunks;
    private byte[] first;
    private ResteasyReactiveRequestContext request;
    private ServerHttpResponse response;
    private Runnable onFirst;
    private Consumer<? super Throwable> onNone;
    private boolean complete;
    private boolean waiting;
    private boolean ended;

    private ContentStream(long length) {
        this.length = length;
    }

    /** The stream, once its first chunk is there and verified; or the failure to find it so. */
    static Uni<ContentStream> of(Multi<byte[]> chunks, long length) {
        ContentStream stream = new ContentStream(length);
        return Uni.createFrom().emitter(emitter -> {
            stream.onFirst = () -> emitter.complete(stream);
            stream.onNone = emitter::fail;
            chunks.subscribe().withSubscriber(stream);
        });
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        chunks = subscription;
        chunks.request(1);
    }

    @Override
    public void onItem(byte[] chunk) {
        if (response == null) {
            first = chunk;
            onFirst.run();
        } else if (!ended) {
            write(chunk);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (response == null) {
            onNone.accept(failure);
        } else if (!ended) {
            LOG.errorf("content was broken off: %s", failure.getMessage());
            end();
            request.serverRequest().closeConnection();
        }
    }

    @Override
    public void onCompletion() {
        complete = true;
        if (response != null && !ended) {
            finish();
        }
    }

    /** Begins to send. */
    void send(ResteasyReactiveRequestContext to) {
        request = to;
        response = to.serverResponse();
        // Asked for before the answer's other headers are there.
        response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(length));
        response.addCloseHandler(() -> context.runOnContext(gone -> end()));
        response.addDrainHandler(() -> context.runOnContext(drained -> goOn()));
        byte[] begin = first;
        first = null;
        write(begin);
        if (complete && !ended) {
            finish();
        }
    }

    private void write(byte[] chunk) {
        response.write(chunk);
        waiting = response.isWriteQueueFull();
        if (!waiting && !complete) {
            chunks.request(1);
        }
    }

    private void goOn() {
        if (waiting && !ended) {
            waiting = false;
            chunks.request(1);
        }
    }

    private void finish() {
        end();
        response.end();
        request.close();
    }

    /** Gives the stream up before anything was sent. */
    void abandon() {
        end();
    }

    private void end() {
        if (!ended) {
            ended = true;
            chunks.cancel();
        }
    }
}
