package org.harmregistry.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.harmregistry.reports.log.PlainLog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Two outside witnesses of the log over HTTP, which check what they are shown as C2SP tlog-witness wants it, and remember
 * it. A test tells them which key the log has, and how they misbehave.
 */
public class Witnesses implements QuarkusTestResourceLifecycleManager {

    static final SigningWitness ONE = new SigningWitness("witness.example/one");
    static final SigningWitness TWO = new SigningWitness("witness.example/two");

    /** How a witness answers. */
    enum Mood {
        SOUND,
        HANGING,
        FAILING,
        WITHOUT_SIGNATURE,
        WITH_A_FOREIGN_SIGNATURE,
        WITHOUT_END
    }

    /** @param root of a tree of that size */
    record Head(long size, byte[] root) {
    }

    private static final Map<String, byte[]> LOGS = new ConcurrentHashMap<>();
    private static final Map<String, Head> HEADS = new ConcurrentHashMap<>();
    private static final Map<String, Mood> MOODS = new ConcurrentHashMap<>();
    private static final List<Integer> ANSWERED = Collections.synchronizedList(new ArrayList<>());
    private static final CountDownLatch END = new CountDownLatch(1);
    private HttpServer server;
    private ExecutorService threads;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/one/add-checkpoint", exchange -> answer(exchange, ONE));
        server.createContext("/two/add-checkpoint", exchange -> answer(exchange, TWO));
        server.start();
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("registry.log.witnesses", ONE.key() + " " + root + "/one," + TWO.key() + " " + root + "/two/",
                "registry.log.witness-longest", "1s");
    }

    @Override
    public void stop() {
        END.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** The log's key (name+id+key), which its operator told the witnesses. */
    static void know(String key) {
        byte[] typed = Base64.getDecoder().decode(key.substring(key.indexOf('+', key.indexOf('+') + 1) + 1));
        LOGS.put(key.substring(0, key.indexOf('+')), Arrays.copyOfRange(typed, 1, typed.length));
    }

    static void are(Mood mood) {
        MOODS.put(ONE.name(), mood);
    }

    /** What a witness remembers of a log; {@code null} if nothing. */
    static Head head(SigningWitness witness, String origin) {
        return HEADS.get(witness.name() + " " + origin);
    }

    /** Lets it remember something else, as one does that was shown another history. */
    static void remember(SigningWitness witness, String origin, Head head) {
        HEADS.put(witness.name() + " " + origin, head);
    }

    /** The statuses that were answered since the last time that this was asked. */
    static List<Integer> answered() {
        List<Integer> statuses = List.copyOf(ANSWERED);
        ANSWERED.clear();
        return statuses;
    }

    private static void answer(HttpExchange exchange, SigningWitness witness) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (witness == ONE ? MOODS.getOrDefault(ONE.name(), Mood.SOUND) : Mood.SOUND) {
            case HANGING -> await();
            case FAILING -> send(exchange, 503, "");
            case WITHOUT_SIGNATURE -> send(exchange, 200, "\u2014 " + ONE.name() + " nonsense\n");
            case WITH_A_FOREIGN_SIGNATURE -> send(exchange, 200,
                    new SigningWitness(ONE.name()).line(request.substring(request.indexOf("\n\n") + 2)));
            case WITHOUT_END -> withoutEnd(exchange);
            default -> add(exchange, witness, request);
        }
    }

    private static void await() {
        try {
            END.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void withoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            while (END.getCount() > 0) {
                exchange.getResponseBody().write(new byte[8_192]);
            }
        } catch (IOException cut) {
            exchange.close();
        }
    }

    /** Reading what is known, checking and remembering are one step, as the protocol asks. */
    private static synchronized void add(HttpExchange exchange, SigningWitness witness, String request) throws IOException {
        String[] parts = request.split("\n\n", 2);
        String[] lines = parts[0].split("\n");
        String note = parts[1];
        String[] body = note.split("\n");
        long old = Long.parseLong(lines[0].substring("old ".length()));
        long size = Long.parseLong(body[1]);
        byte[] root = Base64.getDecoder().decode(body[2]);
        byte[] key = LOGS.get(body[0]);
        if (key == null) {
            send(exchange, 404, "");
        } else if (!SigningWitness.isSigned(note, body[0], key)) {
            send(exchange, 403, "");
        } else if (old > size || lines.length > 64) {
            send(exchange, 400, "");
        } else {
            Head known = HEADS.getOrDefault(witness.name() + " " + body[0], new Head(0, PlainLog.sha256()));
            List<byte[]> path = Arrays.stream(lines).skip(1).map(Base64.getDecoder()::decode).toList();
            if (old != known.size() || old == size && !Arrays.equals(root, known.root())) {
                exchange.getResponseHeaders().add("Content-Type", "text/x.tlog.size");
                send(exchange, 409, known.size() + "\n");
            } else if (!TreeProof.holds(old, known.root(), size, root, path)) {
                send(exchange, 422, "");
            } else {
                HEADS.put(witness.name() + " " + body[0], new Head(size, root));
                send(exchange, 200, witness.line(note));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        ANSWERED.add(status);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
