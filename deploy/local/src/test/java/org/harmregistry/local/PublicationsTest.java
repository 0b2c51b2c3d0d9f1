package org.harmregistry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class PublicationsTest {

    private static final String DEFINITIONS = """
            {"items": [{"slug": "gap", "periods": [{"from": "2017-06-06", "to": "2017-10-17"}]},
                       {"slug": "monthly", "periods": ["2018-06", "2018-07"]}], "page": {"size": 2}}""";
    private static final String PUBLISHED = """
            {"id": "%1$s", "report": "%2$s", "period": {"key": "%3$s"}, "status": "published", "title": "About %2$s %3$s"}""";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        registry.createContext("/api/v1/reports", exchange -> answer(exchange, DEFINITIONS));
        registry.createContext("/api/v1/editions", exchange -> answer(exchange, editions(asked.incrementAndGet())));
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void waitsForEveryPeriodOfEveryReport() {
        String gateway = "http://127.0.0.1:" + registry.getAddress().getPort();

        new Publications(gateway).await(new Progress(new PrintStream(printed)));

        assertThat(asked.get()).isEqualTo(3);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("published: About gap 2017  " + gateway + "/editions/1",
                "About monthly 2018-07");
    }

    /** At first one period twice and a draft of another, which is not all; then nothing, as from a part away; then all. */
    private static String editions(int time) {
        String gap = PUBLISHED.formatted("1", "gap", "2017");
        String june = PUBLISHED.formatted("2", "monthly", "2018-06");
        String july = PUBLISHED.formatted("4", "monthly", "2018-07");
        return switch (time) {
            case 1 -> "{\"items\": [" + gap + "," + june + "," + PUBLISHED.formatted("3", "monthly", "2018-06") + ","
                    + july.replace("published", "draft") + "]}";
            case 2 -> "";
            default -> "{\"items\": [" + gap + "," + june + "," + july + "]}";
        };
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.isEmpty() ? 503 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
