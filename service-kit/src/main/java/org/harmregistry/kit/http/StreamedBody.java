package org.harmregistry.kit.http;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The body of a request as it comes, read no faster than it is taken, without a thread that waits for it. For an operation that
 * has no parameter for the body. What came before a line broke is given first, and the break afterwards.
 */
public final class StreamedBody implements Subscription {

    private static final int LINGER_MILLIS = 2_000;

    private final HttpServerRequest request;
    private final Subscriber<? super Buffer> taker;
    private final Context context = Vertx.currentContext();
    private Throwable broken;
    private long wanted;
    private long given;
    private boolean begun;
    private boolean done;

    private StreamedBody(HttpServerRequest request, Subscriber<? super Buffer> taker) {
        this.request = request;
        this.taker = taker;
    }

    /** The pieces of the body in their order; fails if the sender goes away, or sends nothing for the server's idle time. */
    public static Multi<Buffer> of(HttpServerRequest request) {
        return Multi.createFrom().publisher(taker -> {
            StreamedBody body = new StreamedBody(request, taker);
            taker.onSubscribe(body);
            body.begin();
        });
    }

    private void begin() {
        if (request.isEnded()) {
            end();
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.pause();
        request.handler(this::give);
        request.endHandler(last -> end());
        request.exceptionHandler(this::breakOff);
        begun = true;
        if (wanted > 0) {
            request.fetch(wanted);
        }
        if (request.response().closed()) {
            breakOff(new IllegalStateException("the line is broken"));
        }
    }

    @Override
    public void request(long pieces) {
        wanted = wanted + pieces < 0 ? Long.MAX_VALUE : wanted + pieces;
        if (begun && !done && !request.isEnded()) {
            request.fetch(pieces);
            look();
        }
    }

    private void give(Buffer piece) {
        given++;
        if (!done) {
            taker.onNext(piece);
        }
    }

    private void end() {
        if (!done) {
            done = true;
            taker.onComplete();
        }
    }

    private void breakOff(Throwable cause) {
        broken = broken == null ? cause : broken;
        look();
    }

    /** After the line broke, pieces that came before are still given, one turn of the event loop later. */
    private void look() {
        if (broken == null || done || given >= wanted) {
            return;
        }
        long before = given;
        context.runOnContext(soon -> context.runOnContext(then -> {
            if (!done && given == before) {
                done = true;
                taker.onError(broken);
            } else {
                look();
            }
        }));
    }

    @Override
    public void cancel() {
        done = true;
    }

    /**
     * What the request says of the body's length; -1 if it does not say.
     *
     * @throws Failure 413 if that is more than {@code most}: nothing has to be read to refuse it
     */
    public static long declaredLength(HttpServerRequest request, long most) {
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return -1;
        }
        if (!length.matches("\\d{1,18}") || Long.parseLong(length) > most) {
            throw Failure.at(CommonFailure.BODY_TOO_LARGE, "#Content-Length", "At most " + most + " bytes are taken here.");
        }
        return Long.parseLong(length);
    }

    /**
     * The refusal of a request whose body is not taken to its end. The rest is thrown away for a moment, so that a sender who
     * is
     * still sending reads the refusal; then the line is closed, as the body may have no end.
     */
    public static Failure refusal(Failure failure, HttpServerRequest request) {
        if (request.isEnded()) {
            return failure;
        }
        request.handler(unread -> {
        });
        request.exceptionHandler(gone -> {
        });
        request.resume();
        Vertx.currentContext().owner().setTimer(LINGER_MILLIS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        return failure.with("Connection", "close");
    }
}
