package org.harmregistry.acceptance.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that were not written by any honest client, byte by byte. Skipped where there is no nginx. */
class HostileRequestsIT {

    @TempDir
    static Path folder;

    private static Upstream upstream;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        upstream = new Upstream("any");
        List<Integer> port = List.of(upstream.port());
        nginx = Nginx.inFrontOf(folder, Map.of("incidents-service", port, "sources-service", port, "reports-service", port));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
        }
        upstream.close();
    }

    static Stream<String> badlyFramed() {
        return RawRequests.badlyFramed();
    }

    static Stream<String> hiddenTargets() {
        return Stream.concat(RawRequests.hiddenTargets().stream(), Stream.of("/api/v1/incidents/."));
    }

    @ParameterizedTest
    @MethodSource("badlyFramed")
    void isRefusedAndNothingGoesOn(String bytes) throws Exception {
        int before = upstream.received().size();
        String answer = exchange(bytes);
        // An answer that refuses, and one only: what follows a badly framed body is no request.
        assertThat(answer).matches("(?s)|HTTP/1\\.1 (4\\d\\d|501|505) .*");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSizeLessThanOrEqualTo(2);
        if (!answer.isEmpty()) {
            assertThat(answer).contains("application/problem+json").contains("\"code\":").doesNotContain("<html");
        }
        assertThat(upstream.received()).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("hiddenTargets")
    void noSpellingOpensWhatIsNotPublic(String target) throws Exception {
        int before = upstream.received().size();
        String answer = exchange("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*").contains("application/problem+json")
                .doesNotContain("\nSet-Cookie");
        assertThat(upstream.received()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\rX-Part: forged", "a\nX-Part: forged" })
    void noLineBreakInAValueMakesAHeader(String value) throws Exception {
        int before = upstream.received().size();
        String answer = exchange("GET /api/v1/incidents HTTP/1.1\r\nHost: a\r\nX-Request-Id: " + value
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("forged");
        upstream.received().subList(before, upstream.received().size())
                .forEach(each -> assertThat(each.headers().getFirst("X-Request-Id")).doesNotContain("forged"));
    }

    /** A client that says one letter of a header now and then would hold a connection for ever. */
    @Test
    void aHeaderThatNeverEndsIsNotWaitedFor() throws Exception {
        int before = upstream.received().size();
        long begun = System.nanoTime();
        try (SSLSocket socket = nginx.connect("127.0.0.1")) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("GET /api/v1/incidents HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(UTF_8));
            while (!isShut(socket)) {
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(7));
            }
        }
        assertThat(upstream.received()).hasSize(before);
    }

    /** Says another letter, and looks whether the other side has ended the connection, with an answer or without. */
    private static boolean isShut(SSLSocket socket) {
        try {
            socket.getOutputStream().write('x');
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** All that comes back until the gateway closes; a read that waits for five seconds fails. */
    private static String exchange(String bytes) throws Exception {
        try (SSLSocket socket = nginx.connect("127.0.0.1")) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
