package org.harmregistry.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.web.NameResolution;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.mutiny.Uni;

/**
 * Receivers of webhooks at the one address of this machine that the operator permits, a trap at another one that counts who
 * comes, and names that answer as a test says.
 */
public class Receivers implements QuarkusTestResourceLifecycleManager {

    static final String TRAP = "127.0.0.2";

    private static final Map<String, List<Call>> CALLS = new ConcurrentHashMap<>();
    private static final Map<String, Deque<String>> NAMES = new ConcurrentHashMap<>();
    private static final AtomicInteger TRAPPED = new AtomicInteger();
    private static volatile CountDownLatch hanging = new CountDownLatch(1);
    private static HttpServer server;
    private static ExecutorService threads;
    private static ServerSocket trap;

    /**
     * @param headers by their names in lower case
     * @param body as it came
     */
    record Call(Map<String, String> headers, String body) {
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1_000);
            threads = Executors.newCachedThreadPool();
            server.setExecutor(threads);
            server.createContext("/", Receivers::receive);
            server.start();
            trap = new ServerSocket(0, 50, InetAddress.getByName(TRAP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(Receivers::catchAll);
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Map.of("registry.subscriptions.key", Base64.getEncoder().encodeToString(key), "registry.web.permit",
                "127.0.0.1/32", "registry.webhooks.ports", "443,8443," + trapPort(), "registry.webhooks.longest", "1s");
    }

    @Override
    public void stop() {
        hanging.countDown();
        try {
            if (server != null) {
                server.stop(0);
                trap.close();
                threads.shutdownNow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void receive(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT),
                String.join(",", values)));
        CALLS.computeIfAbsent(path, key -> new CopyOnWriteArrayList<>()).add(new Call(headers, body));
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (query.startsWith("hang")) {
            await();
        }
        if (query.startsWith("to=")) {
            exchange.getResponseHeaders().add("Location", query.substring("to=".length()));
        }
        if (query.startsWith("wait=")) {
            exchange.getResponseHeaders().add("Retry-After", query.substring("wait=".length()));
        }
        exchange.sendResponseHeaders(path.startsWith("/status/") ? Integer.parseInt(path.split("/")[2]) : 204, -1);
        exchange.close();
    }

    private static void await() {
        try {
            hanging.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void catchAll() {
        while (!trap.isClosed()) {
            try (Socket caught = trap.accept()) {
                TRAPPED.incrementAndGet();
            } catch (IOException e) {
                // The end of the tests.
            }
        }
    }

    static String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What came to a path, in the order in which it came. */
    static List<Call> at(String path) {
        return CALLS.getOrDefault(path, List.of());
    }

    /** How many calls came to paths that begin so. */
    static int below(String start) {
        return CALLS.entrySet().stream().filter(entry -> entry.getKey().startsWith(start))
                .mapToInt(entry -> entry.getValue().size()).sum();
    }

    static int trapPort() {
        return trap.getLocalPort();
    }

    static int trapped() {
        return TRAPPED.get();
    }

    /** Lets a name answer these addresses, one after the other; the last one stays. */
    static void name(String host, String... addresses) {
        NAMES.put(host, new ArrayDeque<>(Arrays.asList(addresses)));
    }

    /** Names as the tests have them; others there are none. */
    @ApplicationScoped
    static class Names implements NameResolution {

        @Override
        public Uni<List<InetAddress>> addressesOf(String name) {
            Deque<String> answers = NAMES.get(name);
            return Uni.createFrom().item(() -> {
                if (answers == null) {
                    return List.of();
                }
                return List.of(literal(answers.size() > 1 ? answers.poll() : answers.peek()));
            });
        }

        private static InetAddress literal(String address) {
            try {
                return InetAddress.getByName(address);
            } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
