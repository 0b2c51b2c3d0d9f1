package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Receives webhooks, each at an address of its own, and remembers when each was called first. */
final class CallReceiver implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);
    private static final int NO_CONTENT = 204;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, Instant> called = new ConcurrentHashMap<>();

    CallReceiver() throws IOException {
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        called.putIfAbsent(exchange.getRequestURI().getPath(), Instant.now());
        exchange.sendResponseHeaders(NO_CONTENT, -1);
        exchange.close();
    }

    String url(int number) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + number;
    }

    /** Waits until as many addresses were called; seconds from an instant to the last of them. */
    double secondsUntil(int count, String from) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (called.size() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + called.size() + " of " + count + " webhooks came");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Instant last = called.values().stream().max(Instant::compareTo).orElseThrow();
        return Duration.between(Instant.parse(from), last).toMillis() / 1e3;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
