package org.harmregistry.kit.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;

/**
 * Asks the service for a few things before it listens, through all that a request goes through, so that a replica which joins
 * others under load answers at once in the time that all have. They come in at a door of their own on the loopback, which is
 * closed again. What they are answered does not matter: a database that is away does not keep a service from starting.
 */
@ApplicationScoped
public class FirstRequests {

    private static final Logger LOG = Logger.getLogger(FirstRequests.class);
    private static final String LOOPBACK = "127.0.0.1";
    static final int ROUNDS = 30;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Router router;
    private final List<String> addresses;

    /**
     * @param wanted whether replicas join others; who is alone gains nothing, and would hold memory for it
     * @param addresses paths with their queries, to be asked for anonymously
     */
    public FirstRequests(Vertx vertx, Router router,
            @ConfigProperty(name = "registry.first-requests.wanted") boolean wanted,
            @ConfigProperty(name = "registry.first-requests.addresses") Optional<List<String>> addresses) {
        this.vertx = vertx;
        this.router = router;
        this.addresses = wanted ? addresses.orElse(List.of()) : List.of();
    }

    void ask(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        if (addresses.isEmpty()) {
            return;
        }
        try {
            VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom().completionStage(() -> all().toCompletionStage())
                    .ifNoItem().after(LONGEST).fail());
        } catch (Throwable unasked) {
            LOG.debug("the first requests were not all answered", unasked);
        }
    }

    /** Asks for all of them, several times; completes when the door is closed again, whatever the answers were. */
    Future<Void> all() {
        HttpServer door = vertx.createHttpServer(new HttpServerOptions().setHost(LOOPBACK).setPort(0))
                .requestHandler(request -> {
                    VertxContextSafetyToggle.setCurrentContextSafe(true);
                    router.handle(request);
                });
        HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(addresses.size()));
        return door.listen().compose(open -> rounds(client, open.actualPort(), ROUNDS))
                .eventually(() -> client.close()).eventually(() -> door.close());
    }

    /** One of each at once: more would take connections of the database from the replicas that are at work. */
    private Future<Void> rounds(HttpClient client, int port, int left) {
        return left == 0 ? Future.succeededFuture()
                : Future.join(addresses.stream().map(address -> one(client, port, address)).toList())
                        .transform(answered -> rounds(client, port, left - 1));
    }

    private static Future<?> one(HttpClient client, int port, String address) {
        return client.request(HttpMethod.GET, port, LOOPBACK, address).compose(request -> request.send())
                .compose(HttpClientResponse::body);
    }
}
