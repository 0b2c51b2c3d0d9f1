package org.harmregistry.local.loader.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests that may be repeated without harm, as every request of this program may: a create under an id of our own,
 * or an import matched by external ids. So an answer that never came is simply asked for again.
 */
public final class Connection {

    private static final Set<Integer> COME_BACK_LATER = Set.of(429, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final Patience patience;
    private final Duration answerWithin;
    private final Clock clock;

    /**
     * @param answerWithin the whole answer, body included, must be there by then; else the try counts as failed
     */
    public Connection(Patience patience, Duration answerWithin, Clock clock) {
        this.patience = patience;
        this.answerWithin = answerWithin;
        this.clock = clock;
    }

    /** Judges an answer that came: whether it is whole. One that is not was cut and is asked for again. */
    @FunctionalInterface
    public interface Whole {
        boolean test(HttpResponse<byte[]> response);
    }

    /**
     * Sends until there is a whole answer that does not ask to come back later.
     *
     * @throws CannotGoOn when patience is at its end
     */
    public HttpResponse<byte[]> send(HttpRequest request, Whole whole) {
        String lastFailure = "";
        for (int tried = 1; tried <= patience.tries(); tried++) {
            String retryAfter = null;
            try {
                HttpResponse<byte[]> response = once(request);
                if (!COME_BACK_LATER.contains(response.statusCode()) && whole.test(response)) {
                    return response;
                }
                retryAfter = response.headers().firstValue("Retry-After").orElse(null);
                lastFailure = response.statusCode() < 400 ? "the answer was cut" : "status " + response.statusCode();
            } catch (IOException | TimeoutException noAnswer) {
                lastFailure = noAnswer instanceof TimeoutException ? "no answer within " + answerWithin.toSeconds() + " s"
                        : "no connection";
            }
            if (tried < patience.tries()) {
                pause(patience.waitAfter(tried, retryAfter, clock));
            }
        }
        throw new CannotGoOn(request.method() + " " + request.uri() + ": " + lastFailure + ", tried " + patience.tries()
                + " times", "see whether every part runs (deploy/status), then load again");
    }

    /** The JDK's own time-out ends with the headers; this one covers the body too. */
    private HttpResponse<byte[]> once(HttpRequest request) throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException noAnswer) {
                throw noAnswer;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            throw stopped();
        } finally {
            answer.cancel(true);
        }
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    private static CannotGoOn stopped() {
        Thread.currentThread().interrupt();
        return new CannotGoOn("stopped", "load again to go on");
    }
}
