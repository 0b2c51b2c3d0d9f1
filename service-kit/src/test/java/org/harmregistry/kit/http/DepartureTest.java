package org.harmregistry.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

class DepartureTest {

    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx = Vertx.vertx();
    private int port;

    private Departure listen(Duration delay) throws Exception {
        Departure departure = new Departure(vertx, delay);
        Router router = Router.router(vertx);
        router.route().handler(departure::noteDoor);
        router.route().handler(request -> request.response().end("served"));
        HttpServer server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
        port = server.actualPort();
        return departure;
    }

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void takesNoNewConnectionsFromTheMiddleOnAndServesThoseThatAreOpen() throws Exception {
        Departure departure = listen(Duration.ofSeconds(1));
        try (Socket open = connect()) {
            assertThat(ask(open)).contains("served");

            departure.leave(null);
            try (Socket inTheFirstHalf = connect()) {
                assertThat(ask(inTheFirstHalf)).contains("served");
            }
            awaitClosedDoor();

            assertThat(ask(open)).contains("served");
        }
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }

    @Test
    void closesADoorThatItHearsOfTooLate() throws Exception {
        Departure departure = listen(Duration.ZERO);
        departure.leave(null);
        try (Socket first = connect()) {
            assertThat(ask(first)).contains("served");
        }
        awaitClosedDoor();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST);
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nserved".length()),
                StandardCharsets.US_ASCII);
    }

    private void awaitClosedDoor() throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            try (Socket still = connect()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            } catch (ConnectException e) {
                return;
            }
        }
        throw new AssertionError("it still takes connections");
    }
}
