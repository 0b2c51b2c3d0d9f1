package org.harmregistry.sources.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.web.NameResolution;
import org.harmregistry.kit.web.WayOut;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A web of its own on loopback: names that answer as a test says, a server of pages that is reached at one public
 * address, and a trap that counts who comes to loopback itself.
 */
public class Web implements QuarkusTestResourceLifecycleManager {

    /** A public address, at which the server of pages is reached. */
    public static final String PUBLIC = "93.184.216.34";
    private static final Map<String, Deque<List<String>>> NAMES = new ConcurrentHashMap<>();
    private static final AtomicInteger TRAPPED = new AtomicInteger();
    private static final AtomicReference<MultiMap> LAST_HEADERS = new AtomicReference<>();
    private static Vertx vertx;
    private static HttpServer pages;
    private static ServerSocket trap;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        pages = vertx.createHttpServer().requestHandler(Web::page);
        pages.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        try {
            trap = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread catching = new Thread(Web::catchAll, "trap");
        catching.setDaemon(true);
        catching.start();
        return Map.of("registry.retrieval.enabled", "true", "registry.retrieval.ports", "80,443," + trapPort(),
                "registry.retrieval.longest", "3s", "registry.retrieval.most-bytes", "1000000", "registry.web.deny",
                "198.41.0.0/24,2a01:4f8::/32");
    }

    @Override
    public void stop() {
        try {
            if (trap != null) {
                trap.close();
                vertx.close().toCompletionStage().toCompletableFuture().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void catchAll() {
        while (!trap.isClosed()) {
            try (Socket caught = trap.accept()) {
                TRAPPED.incrementAndGet();
            } catch (IOException e) {
                // The end of the test.
            }
        }
    }

    public static int trapPort() {
        return trap.getLocalPort();
    }

    /** How many connections came to loopback itself. */
    public static int trapped() {
        return TRAPPED.get();
    }

    /** Begins to count anew. */
    public static void forget() {
        TRAPPED.set(0);
    }

    /** What the server of pages was sent last. */
    public static MultiMap lastHeaders() {
        return LAST_HEADERS.get();
    }

    /** Lets a name answer these lists of addresses, separated by commas, one after the other; the last one stays. */
    public static void name(String host, String... answers) {
        NAMES.put(host, new ArrayDeque<>(Arrays.stream(answers).map(answer -> List.of(answer.split(","))).toList()));
    }

    private static void page(HttpServerRequest request) {
        LAST_HEADERS.set(request.headers());
        HttpServerResponse response = request.response();
        switch (request.path()) {
            case "/page" -> response.putHeader("Content-Type", "text/html; charset=utf-8").putHeader("Set-Cookie", "a=b")
                    .end("<p>" + request.getHeader("Host") + " " + request.getParam("mark") + "</p>");
            case "/to" -> response.setStatusCode(302).putHeader("Location", request.getParam("u")).end();
            case "/loop" -> response.setStatusCode(301).putHeader("Location", "/loop").end();
            case "/endless" -> pour(response.setChunked(true));
            case "/slow" -> response.setChunked(true).write("<p>");
            case "/packed" -> response.putHeader("Content-Encoding", "gzip").end("no gzip");
            case "/cut" -> response.setChunked(true).write("<p>").onComplete(done -> response.reset());
            case "/empty" -> response.end();
            default -> response.setStatusCode(404).end("nothing");
        }
    }

    private static void pour(HttpServerResponse response) {
        if (!response.closed()) {
            response.write(" ".repeat(64 * 1024)).onSuccess(done -> vertx.runOnContext(next -> pour(response)));
        }
    }

    /** Names as the test has them. */
    @ApplicationScoped
    static class Names implements NameResolution {

        @Override
        public Uni<List<InetAddress>> addressesOf(String name) {
            Deque<List<String>> answers = NAMES.get(name);
            if (answers == null) {
                return Uni.createFrom().failure(new UnknownHostException());
            }
            return Uni.createFrom().item((answers.size() > 1 ? answers.poll() : answers.peek()).stream()
                    .map(Names::literal).toList());
        }

        private static InetAddress literal(String address) {
            try {
                return InetAddress.getByName(address);
            } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** To the server of pages for its public address, and straight for all others, as in production. */
    @ApplicationScoped
    static class Way implements WayOut {

        @Override
        public InetSocketAddress to(InetAddress allowed, int port) {
            return allowed.getHostAddress().equals(PUBLIC) ? new InetSocketAddress("127.0.0.1", pages.actualPort())
                    : new InetSocketAddress(allowed, port);
        }
    }
}
