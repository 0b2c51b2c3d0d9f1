package org.harmregistry.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.restassured.path.json.JsonPath;

/**
 * What some clients do at once and steadily, below the gateway's rate: they read, create under ids of their own, create
 * with keys, and correct. What HTTP says may be repeated (GET, PUT) is sent once, and each failure of it noted; a POST
 * with a key and a PATCH are sent again as the API asks. It notes what was acknowledged, and nothing else.
 */
final class SteadyLoad {

    private static final Duration PACE = Duration.ofMillis(130);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Integer> TRY_AGAIN = Set.of(409, 502, 503, 504);
    private static final List<String> LISTS = List.of("/api/v1/incidents?limit=5", "/api/v1/sources?limit=5",
            "/api/v1/editions?limit=5", "/api/v1/incidents/changes?limit=5");

    private final Caller caller;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final AtomicInteger posted = new AtomicInteger();
    private volatile boolean enough;

    /** One round of a client's work. */
    private interface Work {
        void once() throws IOException;
    }

    private SteadyLoad(Caller caller) {
        this.caller = caller;
    }

    /** @param caller with a token of a contributor whose organisation has nothing yet */
    static SteadyLoad begin(Caller caller) {
        SteadyLoad load = new SteadyLoad(caller);
        AtomicInteger turn = new AtomicInteger();
        load.repeat(() -> load.readOnce(LISTS.get(turn.getAndIncrement() % LISTS.size())));
        load.repeat(() -> load.readOnce(load.acknowledged.keySet().stream().skip(turn.get() % (load.acknowledged.size() + 1))
                .findFirst().orElse(LISTS.get(0))));
        load.repeat(load::putOnce);
        load.repeat(load::postOnce);
        load.repeat(load.new Corrections()::correctOnce);
        return load;
    }

    /** Requests that HTTP says may be repeated, and that failed. */
    List<String> failed() {
        return failed;
    }

    int answered() {
        return answered.get();
    }

    /** How many writes had to be sent another time. */
    int sentAgain() {
        return sentAgain.get();
    }

    /** Lets each client end what it is at. */
    void finish() throws Exception {
        enough = true;
        for (Future<?> each : running) {
            each.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    /**
     * Reads everything back that was acknowledged, slowly enough for the gateway.
     *
     * @param organisation the one whose contributor the caller is
     */
    void assertAllThere(String organisation) throws IOException {
        assertThat(acknowledged).isNotEmpty();
        for (var each : acknowledged.entrySet()) {
            HttpResponse<String> answer = caller.get(each.getKey());
            assertThat(answer.statusCode()).describedAs(each.getKey()).isEqualTo(200);
            assertThat(JsonPath.from(answer.body()).getString("title")).describedAs(each.getKey()).isEqualTo(each.getValue());
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(caller.read("/api/v1/sources?limit=1&count=exact&organisation=" + organisation).getInt("count"))
                .describedAs("sources, of which each was sent until it was acknowledged").isEqualTo(posted.get());
    }

    private void repeat(Work work) {
        running.add(threads.submit(() -> {
            while (!enough) {
                work.once();
                LockSupport.parkNanos(PACE.toNanos());
            }
            return null;
        }));
    }

    private void readOnce(String address) {
        try {
            HttpResponse<String> answer = caller.get(address);
            judge("GET " + address, answer, answer.statusCode() == 200);
        } catch (IOException e) {
            failed.add("GET " + address + ": " + e);
        }
    }

    private void putOnce() {
        String address = "/api/v1/incidents/" + UUID.randomUUID();
        String title = "Put " + address;
        try {
            HttpResponse<String> answer = caller.json("PUT", address, incident(title), "If-None-Match", "*");
            // The gateway itself may have repeated it, after the first time was done and its answer lost.
            boolean done = answer.statusCode() == 201 || answer.statusCode() == 412 && code(answer).equals("already_created");
            judge("PUT " + address, answer, done);
            if (done) {
                acknowledged.put(address, title);
            }
        } catch (IOException e) {
            failed.add("PUT " + address + ": " + e);
        }
    }

    private void postOnce() {
        String key = UUID.randomUUID().toString();
        String title = "Posted with " + key;
        HttpResponse<String> answer = untilAnswered(() -> caller.json("POST", "/api/v1/sources",
                "{\"kind\": \"article\", \"title\": \"" + title + "\"}", "Idempotency-Key", key));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        acknowledged.put(Caller.header(answer, "Location"), title);
        posted.incrementAndGet();
        answered.incrementAndGet();
    }

    /** One that is sent. */
    private interface Sending {
        HttpResponse<String> send() throws IOException;
    }

    private HttpResponse<String> untilAnswered(Sending sending) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                HttpResponse<String> answer = sending.send();
                if (!TRY_AGAIN.contains(answer.statusCode())) {
                    return answer;
                }
            } catch (IOException e) {
                // Sent again, as after an answer that asks for it.
            }
            sentAgain.incrementAndGet();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
        throw new AssertionError("no answer within " + PATIENCE);
    }

    /** One incident that is corrected again and again, each time on the version that its client knows. */
    private final class Corrections {

        private final String address = "/api/v1/incidents/" + UUID.randomUUID();
        private int number;
        private String tag;

        void correctOnce() {
            if (tag == null) {
                HttpResponse<String> made = untilAnswered(
                        () -> caller.json("PUT", address, incident(title()), "If-None-Match", "*"));
                assertThat(made.statusCode()).describedAs(made.body()).isIn(201, 412);
                know(made);
                return;
            }
            number++;
            HttpResponse<String> changed = untilAnswered(
                    () -> caller.json("PATCH", address, "{\"title\": \"" + title() + "\"}", "If-Match", tag));
            if (changed.statusCode() == 412) {
                // An answer was lost: whether this correction was done is read.
                HttpResponse<String> now = untilAnswered(() -> caller.get(address));
                assertThat(JsonPath.from(now.body()).getString("title")).isEqualTo(title());
                know(now);
                return;
            }
            assertThat(changed.statusCode()).describedAs(changed.body()).isEqualTo(200);
            know(changed);
        }

        private void know(HttpResponse<String> answer) {
            tag = Caller.header(answer, "ETag");
            acknowledged.put(address, title());
            answered.incrementAndGet();
        }

        private String title() {
            return "Corrected " + number + " times";
        }
    }

    private void judge(String what, HttpResponse<String> answer, boolean good) {
        if (good) {
            answered.incrementAndGet();
        } else {
            failed.add(what + " was answered " + answer.statusCode() + " " + code(answer));
        }
    }

    private static String code(HttpResponse<String> answer) {
        return Caller.header(answer, "Content-Type") != null
                && Caller.header(answer, "Content-Type").startsWith("application/problem+json")
                        ? JsonPath.from(answer.body()).getString("code")
                        : "";
    }

    static String incident(String title) {
        return "{\"title\": \"" + title + "\", \"occurred\": {\"from\": \"2017-07-02\", \"to\": \"2017-07-02\", "
                + "\"precision\": \"day\"}, \"place\": {\"name\": \"Raqqa\", \"country\": \"SY\", \"admin1\": \"SY11\"}}";
    }
}
