package org.harmregistry.sources.incident.store;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * The requests that sources-service makes of incidents-service; they are safe to repeat. Redirects are not followed: they are
 * an answer. Not more of an answer is read than an incident can be.
 */
@ApplicationScoped
class IncidentRequests {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient client;
    private final String base;

    IncidentRequests(Vertx vertx, @ConfigProperty(name = "registry.incidents.url") Optional<String> url) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(500).setMaxPoolSize(8)
                .setMaxWaitQueueSize(64).setIdleTimeout(10));
        this.base = url.map(String::strip).filter(given -> !given.isEmpty()).map(given -> given.replaceAll("/+$", ""))
                .orElse(null);
    }

    boolean isConfigured() {
        return base != null;
    }

    @Retry(maxRetries = 1, delay = 100, jitter = 50, abortOn = NeighbourRefusal.class)
    @CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.75, delay = 1_000, skipOn = NeighbourRefusal.class)
    @Timeout(value = 1_500, unit = ChronoUnit.MILLIS)
    Uni<IncidentAnswer> get(String path, String authorization) {
        return Uni.createFrom().completionStage(() -> send(path, authorization).toCompletionStage());
    }

    private Future<IncidentAnswer> send(String path, String authorization) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET)
                .setAbsoluteURI(base + path).setIdleTimeout(1_500)
                .putHeader("Accept", "application/json");
        if (authorization != null) {
            options.putHeader("Authorization", authorization);
        }
        return client.request(options).compose(request -> request.send()).compose(IncidentRequests::read);
    }

    private static Future<IncidentAnswer> read(HttpClientResponse response) {
        int status = response.statusCode();
        if (status == IncidentAnswer.MOVED) {
            return body(response).map(ignored -> new IncidentAnswer(status, response.getHeader("Location"), null));
        }
        if (status == IncidentAnswer.FOUND || status == IncidentAnswer.NOT_FOUND) {
            return body(response).map(body -> new IncidentAnswer(status, null, body.getBytes()));
        }
        boolean refused = status >= 400 && status < 500 && status != TOO_MANY_REQUESTS;
        return body(response).compose(ignored -> Future.failedFuture(refused ? new NeighbourRefusal()
                : new IOException("incidents-service is in trouble")));
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        Promise<Buffer> done = Promise.promise();
        Buffer gathered = Buffer.buffer();
        response.exceptionHandler(done::tryFail);
        response.endHandler(end -> done.tryComplete(gathered));
        response.handler(part -> {
            if (gathered.length() + part.length() > MOST_BYTES) {
                done.tryFail(new IOException("more than an incident can be"));
                response.request().reset();
            } else {
                gathered.appendBuffer(part);
            }
        });
        return done.future();
    }
}
