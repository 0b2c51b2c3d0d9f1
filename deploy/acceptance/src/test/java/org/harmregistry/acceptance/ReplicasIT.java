package org.harmregistry.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.path.json.JsonPath;

/** Two processes of each service are one service: nobody can tell which of them answered. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final int KEYS = 12;
    private static final int WRITTEN_AT_EACH = 40;

    @RegisterExtension
    static final TwoOfEach two = new TwoOfEach();

    private static String incident(String title) {
        return SteadyLoad.incident(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "incidents-service | contributor | {\"title\": \"%s\", \"occurred\": {\"from\": "
            + "\"2017-07-02\", \"to\": \"2017-07-02\", \"precision\": \"day\"}, \"place\": {\"name\": \"Raqqa\", \"country\": \"SY\"}}",
            "sources-service | contributor | {\"kind\": \"article\", \"title\": \"%s\"}",
            "reports-service | publisher | {\"slug\": \"kept\", \"template\": \"period_overview\", \"title\": \"%s\", "
                    + "\"languages\": [\"en\"], \"filter\": {\"country\": \"SY\"}, \"periods\": [\"2016-01\"]}" })
    @Order(1)
    void whatOneMadeTheOtherKnows(String service, String role, String body) throws IOException {
        String token = two.token(role, "org-two");
        Caller one = two.atFirst(service, token);
        Caller other = two.atSecond(service, token);
        String made = String.format(body, "Made at one");

        HttpResponse<String> answer = one.json("POST", TwoOfEach.COLLECTIONS.get(service), made, "Idempotency-Key", "two");
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        String address = Caller.header(answer, "Location");
        HttpResponse<String> again = other.json("POST", TwoOfEach.COLLECTIONS.get(service), made, "Idempotency-Key", "two");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Caller.header(again, "Location")).isEqualTo(address);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(other.json("POST", TwoOfEach.COLLECTIONS.get(service), String.format(body, "Another"), "Idempotency-Key",
                "two").statusCode()).isEqualTo(422);

        HttpResponse<String> read = other.get(address);
        String tag = Caller.header(read, "ETag");
        assertThat(read.body()).isEqualTo(one.get(address).body());
        assertThat(tag).isEqualTo(Caller.header(one.get(address), "ETag"));
        assertThat(one.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(other.json("PATCH", address, "{\"title\": \"Changed at the other\"}", "If-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(one.read(address).getString("title")).isEqualTo("Changed at the other");
        assertThat(one.json("PATCH", address, "{\"title\": \"On what was\"}", "If-Match", tag).statusCode()).isEqualTo(412);
    }

    @Test
    @Order(2)
    void oneKeySentToBothAtOnceMakesOneRecord() throws Exception {
        String token = two.token("contributor", "org-keys");
        ExecutorService both = Executors.newFixedThreadPool(2);
        for (int i = 0; i < KEYS; i++) {
            String key = "at-once-" + i;
            String body = incident("At once " + i);
            List<Callable<HttpResponse<String>>> tries = List.of(
                    () -> two.atFirst("incidents-service", token).json("POST", INCIDENTS, body, "Idempotency-Key", key),
                    () -> two.atSecond("incidents-service", token).json("POST", INCIDENTS, body, "Idempotency-Key", key));
            List<String> made = new ArrayList<>();
            for (Future<HttpResponse<String>> each : both.invokeAll(tries)) {
                HttpResponse<String> answer = each.get();
                if (answer.statusCode() == 409) {
                    assertThat(Caller.header(answer, "Retry-After")).isNotNull();
                    answer = two.atFirst("incidents-service", token).json("POST", INCIDENTS, body, "Idempotency-Key", key);
                }
                assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
                made.add(Caller.header(answer, "Location"));
            }
            assertThat(made.get(0)).isEqualTo(made.get(1));
        }
        both.shutdown();

        assertThat(two.atSecond("incidents-service", token).read(INCIDENTS + "?limit=1&count=exact&organisation=org-keys")
                .getInt("count")).isEqualTo(KEYS);
    }

    @Test
    @Order(3)
    void anUploadBegunAtOneIsEndedAtTheOther() throws IOException {
        String token = two.token("contributor", "org-files");
        Caller one = two.atFirst("sources-service", token);
        Caller other = two.atSecond("sources-service", token);
        String source = Caller.header(
                one.json("POST", "/api/v1/sources", "{\"kind\": \"article\", \"title\": \"With a file\"}"),
                "Location");
        String file = "0123456789".repeat(20_000);
        String upload = Caller.header(one.send("POST", source + "/attachments/uploads", BodyPublishers.noBody(),
                "Tus-Resumable", "1.0.0", "Upload-Length", "" + file.length()), "Location");

        assertThat(part(one, upload, 0, file.substring(0, 70_000)).statusCode()).isEqualTo(204);
        assertThat(Caller.header(other.send("HEAD", upload, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0"),
                "Upload-Offset")).isEqualTo("70000");
        HttpResponse<String> last = part(other, upload, 70_000, file.substring(70_000));

        assertThat(last.statusCode()).describedAs(last.body()).isEqualTo(204);
        assertThat(one.get(Caller.header(last, "Content-Location") + "/content").body()).isEqualTo(file);
    }

    private static HttpResponse<String> part(Caller caller, String upload, int offset, String bytes) throws IOException {
        return caller.send("PATCH", upload, BodyPublishers.ofString(bytes), "Tus-Resumable", "1.0.0", "Upload-Offset",
                "" + offset, "Content-Type", "application/offset+octet-stream");
    }

    /** A cursor of one is good at the other, and what is written meanwhile at both is met once and in one order. */
    @Test
    @Order(4)
    void aReaderOfBothFeedsMeetsEachChangeOnceInOrder() throws Exception {
        String token = two.token("analyst", "org-feed");
        List<Caller> replicas = List.of(two.atFirst("incidents-service", token), two.atSecond("incidents-service", token));
        ExecutorService writers = Executors.newFixedThreadPool(2);
        List<Future<?>> writing = new ArrayList<>();
        replicas.forEach(replica -> writing.add(writers.submit(() -> write(replica, "org-feed"))));

        List<String> met = new ArrayList<>();
        String after = null;
        int turn = 0;
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!(writing.stream().allMatch(Future::isDone) && met.size() >= 2 * WRITTEN_AT_EACH && after != null
                && replicas.get(0).read(changes(after)).getList("items").isEmpty())) {
            assertThat(System.nanoTime()).isLessThan(end);
            JsonPath page = replicas.get(turn++ % 2).read(changes(after));
            page.<String> getList("items.collect { it.id + ' ' + it.version }").forEach(met::add);
            after = page.getString("page.next");
        }
        for (Future<?> each : writing) {
            each.get(10, TimeUnit.SECONDS);
        }
        writers.shutdown();

        assertThat(turn).isGreaterThan(4);
        assertThat(met).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2 * WRITTEN_AT_EACH);
        List<String> afterwards = new ArrayList<>();
        JsonPath page;
        String next = null;
        do {
            page = replicas.get(1).read(changes(next));
            page.<String> getList("items.collect { it.id + ' ' + it.version }").forEach(afterwards::add);
            next = page.getString("page.next");
        } while (page.getBoolean("page.more"));
        assertThat(met).isEqualTo(afterwards);
    }

    private static String changes(String after) {
        return INCIDENTS + "/changes?limit=7" + (after == null ? "" : "&after=" + after);
    }

    /** Records and corrections of them, by turns. */
    private static Void write(Caller replica, String title) throws IOException {
        for (int i = 0; i < WRITTEN_AT_EACH / 2; i++) {
            HttpResponse<String> made = replica.json("PUT", INCIDENTS + "/" + UUID.randomUUID(), incident(title + " " + i),
                    "If-None-Match", "*");
            assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(201);
            assertThat(replica.json("PATCH", Caller.header(made, "Location"), "{\"title\": \"" + title + " corrected\"}",
                    "If-Match", Caller.header(made, "ETag")).statusCode()).isEqualTo(200);
        }
        return null;
    }

    @Test
    @Order(5)
    void eachPeriodHasOneEditionWhicheverWasFirst() throws IOException {
        String token = two.token("publisher", "org-two");
        Caller one = two.atFirst("reports-service", token);
        Caller other = two.atSecond("reports-service", token);
        List<String> months = List.of("2017-01", "2017-02", "2017-03", "2017-04", "2017-05", "2017-06");
        String body = "{\"template\": \"period_overview\", \"title\": \"By month\", \"languages\": [\"en\"], \"filter\": "
                + "{\"country\": \"SY\"}, \"periods\": [\"" + String.join("\", \"", months) + "\"]}";

        HttpResponse<String> made = one.json("PUT", "/api/v1/reports/by-month", body, "If-None-Match", "*");
        assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(201);
        two.suite().eventually(Duration.ofSeconds(60), () -> editions(other).size() >= months.size()
                && editions(other).stream().allMatch(each -> each.endsWith("published")));

        assertThat(editions(one)).containsExactlyInAnyOrderElementsOf(
                months.stream().map(month -> month + " 1 published").toList());
        assertThat(one.read("/api/v1/editions?report=by-month").getList("items.digest"))
                .isEqualTo(other.read("/api/v1/editions?report=by-month").getList("items.digest"));
    }

    private static List<String> editions(Caller caller) {
        try {
            return caller.read("/api/v1/editions?report=by-month")
                    .getList("items.collect { it.period.key + ' ' + it.number + ' ' + it.status }");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Byte by byte, at each service, at the small gateway and at nginx. */
    @Test
    @Order(6)
    void noBytesGetMoreThanARequestMay() throws Exception {
        List<String> findings = new ArrayList<>();
        for (String service : TwoOfEach.SERVICES) {
            findings.addAll(RawExchange.findings(service, () -> new Socket("127.0.0.1", two.firstPort(service))));
        }
        findings.addAll(RawExchange.findings("gateway",
                () -> new Socket("127.0.0.1", Integer.parseInt(two.suite().gateway().replaceAll(".*:", "")))));
        findings.addAll(RawExchange.findings("nginx", () -> two.nginx().connect("127.0.0.2")));

        assertThat(findings).isEmpty();
        two.awaitAll();
    }
}
