package org.harmregistry.kit.http;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The body of a request as it comes, read no faster than it is taken, without a thread that waits for it. For an operation that
 * has no parameter for the body.
 */
public final class StreamedBody {

    private StreamedBody() {
    }

    /** The pieces of the body in their order; fails if the sender goes away, or sends nothing for the server's idle time. */
    public static Multi<Buffer> of(HttpServerRequest request) {
        return Multi.createFrom().deferred(() -> {
            if (request.isEnded()) {
                return Multi.createFrom().empty();
            }
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            return MultiHelper.toMulti(request);
        });
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
            throw Failure.at(CommonFailure.BODY_TOO_LARGE, "#Content-Length", "At most " + most + " bytes are taken here.")
                    .with("Connection", "close");
        }
        return Long.parseLong(length);
    }
}
