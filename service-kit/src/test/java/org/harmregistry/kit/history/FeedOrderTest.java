package org.harmregistry.kit.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Eight writers whose transactions commit late, and readers who go on from where they stood. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class FeedOrderTest {

    private static final int WRITERS = 8;
    private static final int NOTES_EACH = 12;
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final AtomicBoolean writing = new AtomicBoolean(true);

    @Test
    void aReaderByNumberMissesWhatIsCommittedLateAndTheFeedDoesNot() throws Exception {
        Walk start = Walk.on(null);
        Set<String> before = new LinkedHashSet<>(start.entries());
        long firstNumber = highestNumber();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            Future<Set<String>> naive = threads.submit(() -> readByNumber(firstNumber));
            Future<List<String>> feed = threads.submit(() -> readFeed(start.cursor(), WRITERS * NOTES_EACH * 2));
            List<Future<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(writer(writer)));
            }
            for (Future<Void> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            writing.set(false);
            Set<String> byNumber = naive.get(60, TimeUnit.SECONDS);
            List<String> told = feed.get(60, TimeUnit.SECONDS);

            assertThat(told).hasSize(WRITERS * NOTES_EACH * 2).doesNotHaveDuplicates();
            assertThat(byNumber).as("what a reader by number saw of the same").hasSizeLessThan(told.size());
            assertThat(told).as("what the feed told").containsAll(byNumber);
            assertVersionsInOrder(told);
            List<String> again = Walk.on(null).entries();
            assertThat(again.subList(before.size(), again.size())).as("the order when read again").isEqualTo(told);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Creates notes and changes each, and commits up to 40 ms after having written. */
    private static Callable<Void> writer(int number) {
        Random random = new Random(number);
        return () -> {
            for (int i = 0; i < NOTES_EACH; i++) {
                Response made = as(Tokens.contributor("order")).queryParam("late", late(random))
                        .body("{\"text\": \"order " + number + "." + i + "\", \"shown\": true}").post("/api/v1/notes");
                made.then().statusCode(201);
                as(Tokens.contributor("order")).contentType("application/merge-patch+json").queryParam("late", late(random))
                        .header("If-Match", made.header("ETag"))
                        .body("{\"text\": \"order " + number + "." + i + " again\"}").patch(made.header("Location"))
                        .then().statusCode(200);
            }
            return null;
        };
    }

    private static String late(Random random) {
        return Double.toString(random.nextInt(40) / 1000.0);
    }

    /** What must not be done: remembers the highest number seen and asks for higher ones. */
    private Set<String> readByNumber(long from) throws SQLException {
        Set<String> seen = new LinkedHashSet<>();
        long last = from;
        boolean over;
        try (Connection connection = PostgresResource.asService();
                PreparedStatement behind = connection.prepareStatement("select id, record_id, version from change"
                        + " where collection = 'notes' and id > ? order by id")) {
            do {
                over = !writing.get();
                behind.setLong(1, last);
                try (ResultSet rows = behind.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        seen.add(rows.getString(2) + " " + rows.getLong(3));
                    }
                }
                LockSupport.parkNanos(1_000_000);
            } while (!over);
        }
        return seen;
    }

    private static List<String> readFeed(String from, int expected) {
        List<String> told = new ArrayList<>();
        String cursor = from;
        long end = System.nanoTime() + PATIENCE;
        while (told.size() < expected && System.nanoTime() < end) {
            Walk walk = Walk.on(cursor);
            told.addAll(walk.entries());
            cursor = walk.cursor();
        }
        told.addAll(Walk.on(cursor).entries());
        return told;
    }

    private static void assertVersionsInOrder(List<String> told) {
        Map<String, Long> last = new HashMap<>();
        for (String entry : told) {
            String[] parts = entry.split(" ");
            assertThat(Long.parseLong(parts[1])).as(entry).isEqualTo(last.getOrDefault(parts[0], 0L) + 1);
            last.put(parts[0], Long.parseLong(parts[1]));
        }
    }

    private static long highestNumber() throws SQLException {
        try (Connection connection = PostgresResource.asService();
                ResultSet row = connection.createStatement().executeQuery("select coalesce(max(id), 0) from change")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** What the feed tells behind a cursor, to its present end. */
    private record Walk(List<String> entries, String cursor) {

        static Walk on(String cursor) {
            List<String> entries = new ArrayList<>();
            String next = cursor;
            JsonPath page;
            do {
                var request = as(Tokens.analyst()).queryParam("limit", 20);
                page = (next == null ? request : request.queryParam("after", next)).get("/api/v1/notes/changes").then()
                        .statusCode(200).extract().jsonPath();
                List<String> ids = page.getList("items.id");
                List<Integer> versions = page.getList("items.version");
                for (int i = 0; i < ids.size(); i++) {
                    entries.add(ids.get(i) + " " + versions.get(i));
                }
                next = page.getString("page.next");
            } while (page.getBoolean("page.more"));
            return new Walk(entries, next);
        }
    }
}
