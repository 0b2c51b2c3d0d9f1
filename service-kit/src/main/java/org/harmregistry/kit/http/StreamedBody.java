package org.harmregistry.kit.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Flow.Publisher;
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
    private static final int MOST_HELD = 8 * 1024 * 1024;

    private final HttpServerRequest request;
    private final Context context = Vertx.currentContext();
    private final Deque<Buffer> waiting = new ArrayDeque<>();
    private Subscriber<? super Buffer> taker;
    private Throwable broken;
    private Throwable lost;
    private long held;
    private long wanted;
    private long came;
    private boolean asked;
    private boolean ended;
    private boolean giving;
    private boolean looking;
    private boolean done;

    private StreamedBody(HttpServerRequest request) {
        this.request = request;
    }

    /**
     * The pieces of the body in their order; fails if the sender goes away, or sends nothing for the server's idle time. To be
     * called before anything is waited for: a server that sees the line break throws away what nobody listens to.
     */
    public static Multi<Buffer> of(HttpServerRequest request) {
        StreamedBody body = new StreamedBody(request);
        body.listen();
        Publisher<Buffer> publisher = body::subscribe;
        return Multi.createFrom().publisher(publisher);
    }

    private void listen() {
        ended = request.isEnded();
        if (!ended) {
            request.pause();
            request.handler(this::come);
            request.endHandler(last -> end());
            request.exceptionHandler(this::breakOff);
        }
    }

    private void subscribe(Subscriber<? super Buffer> subscriber) {
        taker = subscriber;
        if (!ended && "100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        taker.onSubscribe(this);
        if (broken == null && request.response().closed()) {
            broken = new IllegalStateException("the line is broken");
        }
        give();
    }

    @Override
    public void request(long pieces) {
        wanted = wanted + pieces < 0 ? Long.MAX_VALUE : wanted + pieces;
        give();
    }

    /** More than is asked for comes only when a line broke, or when nobody takes the body any more. */
    private void come(Buffer piece) {
        came++;
        asked = false;
        if (done) {
            return;
        }
        held += piece.length();
        if (held > MOST_HELD) {
            waiting.clear();
            lost = new IllegalStateException("nobody took the body");
            return;
        }
        waiting.add(piece);
        give();
    }

    private void end() {
        ended = true;
        give();
    }

    private void breakOff(Throwable cause) {
        broken = broken == null ? cause : broken;
        give();
    }

    private void give() {
        if (taker == null || giving || done) {
            return;
        }
        giving = true;
        while (!done && wanted > 0 && !waiting.isEmpty()) {
            wanted--;
            Buffer next = waiting.poll();
            held -= next.length();
            taker.onNext(next);
        }
        giving = false;
        if (done || !waiting.isEmpty()) {
            return;
        }
        if (lost != null) {
            done = true;
            taker.onError(lost);
        } else if (ended) {
            done = true;
            taker.onComplete();
        } else if (wanted > 0) {
            ask();
        }
    }

    private void ask() {
        if (!asked) {
            asked = true;
            request.fetch(1);
        }
        if (broken != null && !looking) {
            look();
        }
    }

    /** After the line broke, pieces that came before are still on their way here, one turn of the event loop later. */
    private void look() {
        looking = true;
        long before = came;
        context.runOnContext(soon -> context.runOnContext(then -> {
            looking = false;
            if (!done && !ended && came == before && waiting.isEmpty()) {
                done = true;
                taker.onError(broken);
            } else {
                give();
            }
        }));
    }

    @Override
    public void cancel() {
        done = true;
        waiting.clear();
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
     * is still sending reads the refusal; then the line is closed, as the body may have no end.
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
        Context context = Vertx.currentContext();
        if (context != null) {
            context.owner().setTimer(LINGER_MILLIS, late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
        return failure.with("Connection", "close");
    }
}
