package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.page.TurnedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;

/** Pages that lie ready as files: sent as their method would send them, for as long as it would, and to nobody else. */
@ServiceTest
class SentPagesTest {

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    TurnedPages pages;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource
    URI server;

    private String address;
    private String edition;

    @BeforeEach
    void publish() {
        ReportsScene.neighbours("world=river");
        edition = ReportsScene.made(ReportsScene.slug(), ReportsScene.river()).getString("id");
        address = "/editions/" + edition;
        pages.keepFor(MOMENT);
    }

    @AfterEach
    void keepNone() {
        pages.keepFor(Duration.ZERO);
    }

    private HttpResponse<byte[]> ask(String method, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(address)).method(method,
                HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private Path written() throws InterruptedException {
        for (int i = 0; i < 500 && pages.fileOf(address) == null; i++) {
            Thread.sleep(10);
        }
        return pages.fileOf(address);
    }

    /** Another text of the same length in the place of the page: who gets it got the file. */
    private void mark(Path file) throws IOException {
        String page = Files.readString(file);
        Files.write(file, page.replace("</html>", "<!--f-->").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isMarked(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).stripTrailing().endsWith("<!--f-->");
    }

    @Test
    void isAnsweredAsByItsMethod() throws IOException, InterruptedException {
        List<String[]> questions = List.of(new String[] {}, new String[] { "Accept-Encoding", "gzip" },
                new String[] { "Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" },
                new String[] { "Accept-Encoding", "br, gzip;q=0" }, new String[] { "Range", "bytes=0-9" });
        pages.keepFor(Duration.ZERO);
        List<HttpResponse<byte[]>> expected = new ArrayList<>();
        for (String[] question : questions) {
            expected.add(ask("GET", question));
        }
        pages.keepFor(MOMENT);
        ask("GET");
        mark(written());
        for (int i = 0; i < questions.size(); i++) {
            HttpResponse<byte[]> sent = ask("GET", questions.get(i));
            assertThat(sent.statusCode()).isEqualTo(200);
            boolean gzip = sent.headers().firstValue("Content-Encoding").isPresent();
            assertThat(gzip).isEqualTo(i == 1);
            if (gzip) {
                assertThat(inflated(sent)).isEqualTo(expected.get(0).body());
            } else {
                assertThat(isMarked(sent)).as("from the file").isTrue();
            }
            assertThat(headers(sent)).isEqualTo(headers(expected.get(i)));
        }
    }

    private static byte[] inflated(HttpResponse<byte[]> answer) throws IOException {
        try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return bytes.readAllBytes();
        }
    }

    @Test
    void aReaderWhoHoldsItIsSpared() throws IOException, InterruptedException {
        HttpResponse<byte[]> first = ask("GET");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        written();
        HttpResponse<byte[]> held = ask("GET", "If-None-Match", tag);
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(held.body()).isEmpty();
        assertThat(held.headers().firstValue("ETag")).contains(tag);
        assertThat(ask("GET", "If-None-Match", "W/" + tag, "Accept-Encoding", "gzip").statusCode()).isEqualTo(304);
        assertThat(ask("GET", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);

        HttpResponse<byte[]> head = ask("HEAD");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(first.body().length));
    }

    @Test
    void whoeverAsksForMoreIsAnsweredByItsMethod() throws IOException, InterruptedException {
        ask("GET");
        mark(written());
        String same = address;
        given().auth().oauth2("none").get(same).then().spec(Problems.problem(401, "unauthenticated"));
        given().get(same + "?more=1").then().spec(Problems.problem(400, "unknown_parameter"));
        given().accept("application/json").get(same).then().statusCode(406);
        given().accept("text/html").post(same).then().statusCode(401);
        for (String[] other : List.of(new String[] { "Authorization", "Bearer " + Tokens.analyst() },
                new String[] { "Accept", "text/html;q=0.5" })) {
            assertThat(ask("GET", other).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsWithinTwoMomentsWhenItIsWithdrawn() throws IOException, InterruptedException {
        ask("GET");
        Path file = written();
        ReportsScene.decide(Tokens.publisher(), edition, "withdrawal").statusCode(200);
        assertThat(ask("GET").statusCode()).as("kept").isEqualTo(200);
        pages.turn(MOMENT);
        HttpResponse<byte[]> gone = ask("GET");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(pages.fileOf(address)).isNull();
        for (int i = 0; i < 500 && Files.exists(file); i++) {
            Thread.sleep(10);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsTakenAwayHarmsNobody() throws IOException, InterruptedException {
        HttpResponse<byte[]> first = ask("GET");
        Files.delete(written());
        HttpResponse<byte[]> again = ask("GET");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(headers(again)).isEqualTo(headers(first));
        assertThat(written()).exists();
    }

    @Test
    void isMeasuredUnderItsTemplate() throws IOException, InterruptedException {
        ask("GET");
        written();
        ask("HEAD");
        for (int i = 0; i < 500 && heads() == 0; i++) {
            Thread.sleep(10);
        }
        assertThat(heads()).isPositive();
        assertThat(meters.find("http.server.requests").timers())
                .noneMatch(timer -> timer.getId().getTag("uri").contains(edition));
    }

    private long heads() {
        return meters.find("http.server.requests").tag("uri", "/editions/{id}").tag("method", "HEAD").timers().stream()
                .mapToLong(Timer::count).sum();
    }
}
