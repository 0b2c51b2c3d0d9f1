package org.harmregistry.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that were not written by any honest client, byte by byte. Skipped where there is no nginx. */
class HostileRequestsIT {

    private static final String SECOND = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String BEGIN = "POST /api/v1/incidents HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

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
        String chunked = BEGIN + "Transfer-Encoding: chunked\r\n";
        return Stream.of(
                BEGIN + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n" + SECOND,
                BEGIN + "Content-Length: 0, 40\r\n\r\n" + SECOND,
                BEGIN + "Content-Length: +5\r\n\r\nhello" + SECOND,
                BEGIN + "Content-Length: -1\r\n\r\n" + SECOND,
                BEGIN + "Content-Length: 99999999999999999999\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n" + SECOND,
                chunked + "\r\nzz\r\nhello\r\n0\r\n\r\n" + SECOND,
                chunked + "\r\n5\r\nhelloXX\r\n0\r\n\r\n" + SECOND,
                chunked + "\r\n-1\r\nhello\r\n0\r\n\r\n" + SECOND,
                chunked + "\r\nfffffffffffffffff\r\nhello\r\n0\r\n\r\n" + SECOND,
                "GET /api/v1/incidents HTTP/1.1\r\n\r\n",
                "GET /api/v1/incidents HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/v1/incidents HTTP/1.1\r\nHost: a\r\nX-Value: a\u0000b\r\n\r\n",
                "GET /api/v1/incidents HTTP/1.1\r\nHost: a\r\nX-Value: " + "x".repeat(9000) + "\r\n\r\n",
                "GET /api/v1/incidents HTTP/1.1\r\nHost: a\r\n" + "X-Many: xxxxxxxxxxxxxxxxxxxxxxxx\r\n".repeat(2000) + "\r\n",
                "GET /api/v1/inci dents HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET api/v1/incidents HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/incidents HTTP/9.1\r\nHost: a\r\n\r\n",
                "CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: a\r\n\r\n",
                "TRACE /api/v1/incidents HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\n\r\n",
                "\u0016\u0003\u0001\u0000junk\r\n\r\n");
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
    @ValueSource(strings = { "/q", "/q/", "/q/health", "/q/metrics", "/%71/health", "/q%2Fhealth", "/q;/health", "/q%3B/health",
            "//q/health", "/./q/health", "/api/../q/health", "/api/v1/incidents/../../../q/health",
            "/api/v1/%2e%2e/%2E%2E/q/health",
            "/api/v1/incidents/..%2f..%2f..%2fq/health", "/api/v1/incidents/..%5c..%5cq", "/api/v1/incidents\\..\\q",
            "/q\\health",
            "/q%00/health", "/%00", "/q%0d%0aX: y", "/api/v1/incidents%0d%0aSet-Cookie:%20a=b", "/api/v1/incidents/%", "/%zz",
            "/api/v1/incidents/1;jsessionid=2", "/api/v1/incidents/.", "/q%20/health", "/q\t/health", "/q%23/health",
            "http://127.0.0.1:9000/q/health", "http://a/q/health", "*" })
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

    /** All that comes back until the gateway closes; a read that waits for five seconds fails. */
    private static String exchange(String bytes) throws Exception {
        try (SSLSocket socket = nginx.connect("127.0.0.1")) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
