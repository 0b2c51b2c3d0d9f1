package org.harmregistry.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

class FirstRequestsTest {

    private final Vertx vertx = Vertx.vertx();
    private final Router router = Router.router(vertx);
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<Integer> doors = ConcurrentHashMap.newKeySet();

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private FirstRequests requests(boolean wanted) {
        router.get("/things").handler(request -> {
            asked.incrementAndGet();
            doors.add(request.request().localAddress().port());
            request.response().end(request.queryParam("limit").toString());
        });
        router.get("/broken").handler(request -> request.response().setStatusCode(503).end());
        router.get("/cut").handler(request -> request.request().connection().close());
        return new FirstRequests(vertx, router, wanted, Optional.of(List.of("/things?limit=2", "/broken", "/cut", "/unknown")));
    }

    @Test
    void goThroughAllAndCloseTheirDoorWhateverTheyAreAnswered() throws Exception {
        requests(true).all().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);

        assertThat(asked.get()).isEqualTo(FirstRequests.ROUNDS);
        assertThat(doors).hasSize(1);
        assertThatThrownBy(() -> new Socket("127.0.0.1", doors.iterator().next())).isInstanceOf(ConnectException.class);
    }

    @Test
    void areNotMadeByAServiceThatIsAlone() {
        requests(false).ask(null);

        assertThat(asked.get()).isZero();
    }
}
