package org.harmregistry.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** What came over a line is given to its last byte, however late it is taken and however the line ends. */
class StreamedBodyTest {

    private static final Vertx vertx = Vertx.vertx();

    private final AtomicLong taken = new AtomicLong();
    private final CompletableFuture<Boolean> whole = new CompletableFuture<>();

    @AfterAll
    static void stop() {
        vertx.close();
    }

    /**
     * @param sent bytes that come
     * @param declared bytes that were promised
     * @param closedAfter milliseconds until the sender goes away
     * @param takenAfter milliseconds until anybody takes the body
     * @param eachTakes milliseconds that each piece takes
     * @param drained whether the server lets what is unread run out when the line breaks
     */
    @ParameterizedTest
    @CsvSource({ "50000, 50000, 300, 0, 0, false", "50000, 50000, 300, 50, 0, false", "200000, 200000, 1500, 0, 5, false",
            "9000, 100000, 0, 0, 0, false", "9000, 100000, 0, 50, 0, false", "90000, 100000, 0, 50, 0, false",
            "90000, 100000, 100, 20, 3, false", "0, 100, 0, 20, 0, false", "0, 0, 100, 20, 0, false",
            "9000, 100000, 0, 50, 0, true", "90000, 100000, 0, 50, 0, true", "90000, 100000, 100, 20, 3, true" })
    void givesAllThatCame(int sent, int declared, long closedAfter, long takenAfter, long eachTakes, boolean drained)
            throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> receive(request, takenAfter, eachTakes, drained)).listen(0).toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH / HTTP/1.1\r\nHost: x\r\nContent-Length: " + declared + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[sent]);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(closedAfter);
        }

        assertThat(whole.get(10, TimeUnit.SECONDS)).isEqualTo(sent == declared);
        assertThat(taken.get()).isEqualTo(sent);
        server.close();
    }

    private void receive(HttpServerRequest request, long takenAfter, long eachTakes, boolean drained) {
        request.pause();
        if (drained) {
            request.response().closeHandler(gone -> request.resume());
        }
        Multi<Buffer> body = StreamedBody.of(request);
        later(takenAfter, () -> body.onItem().transformToUniAndConcatenate(piece -> {
            taken.addAndGet(piece.length());
            return Uni.createFrom().<Void> emitter(emitter -> later(eachTakes, () -> emitter.complete(null)));
        }).onItem().ignoreAsUni().subscribe().with(end -> whole.complete(true), broken -> whole.complete(false)));
    }

    private static void later(long millis, Runnable work) {
        if (millis == 0) {
            work.run();
        } else {
            vertx.setTimer(millis, due -> work.run());
        }
    }
}
