package org.harmregistry.acceptance.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.harmregistry.local.Ports;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands where a service would: remembers what reached it and answers by the path's last word. */
final class Upstream implements AutoCloseable {

    private final String part;
    private final int port = Ports.anyFree();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger bytes = new AtomicInteger();

    /** Holds the end of a followed feed back. */
    final CountDownLatch end = new CountDownLatch(1);

    record Received(String method, String target, Headers headers) {
    }

    Upstream(String part) throws IOException {
        this.part = part;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return port;
    }

    List<Received> received() {
        return received;
    }

    Received last() {
        return received.get(received.size() - 1);
    }

    /** How much of bodies has arrived. */
    int bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(
                new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
        try (InputStream in = exchange.getRequestBody()) {
            byte[] piece = new byte[8192];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                bytes.addAndGet(read);
            }
        }
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Part", part);
        headers.set("Vary", "Authorization, Accept, Accept-Encoding");
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/changes") || path.endsWith("/run")) {
            follow(exchange);
            return;
        }
        headers.set("Content-Type", path.endsWith("table") ? "text/csv" : "application/json");
        headers.set("Cache-Control", path.contains("vocabularies") ? "public, max-age=60" : "no-cache");
        if (path.endsWith("page")) {
            headers.set("Content-Security-Policy", "default-src 'self'");
        }
        String caller = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] body = (received.size() + " for " + caller + " " + "x".repeat(4000)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void follow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        try {
            end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
