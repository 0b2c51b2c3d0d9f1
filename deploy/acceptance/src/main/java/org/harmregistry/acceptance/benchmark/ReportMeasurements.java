package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What reports-service does with a register of that size: an edition, its page, those who are told, and the feed. */
final class ReportMeasurements {

    private static final int HEAP_MIB = 256;
    private static final int MOST_RESIDENT_MIB = 512;
    private static final double PLUS_SECONDS = 20;
    private static final int WEBHOOKS = 1_000;
    private static final double WEBHOOK_SECONDS = 10;
    private static final double PAGE_MUST_HOLD = 0.80;
    private static final int CONNECTIONS = 16;
    /** An edition leaves much to compile, which takes half of the processor for that long. */
    private static final double WARM_UP_SECONDS = 30;
    private static final long PATIENCE_MINUTES = 60;
    /** As long as an overview may be; the middle of the synthetic time, where most incidents lie. */
    private static final int REPORTED_DAYS = 519 * 7;

    private final Stage stage;
    private final Options options;
    private final ResultTable table;
    private final Register register;
    private final ObjectMapper mapper = new ObjectMapper();
    private Stage.Beside reports;

    ReportMeasurements(Stage stage, Register register, Options options, ResultTable table) {
        this.stage = stage;
        this.register = register;
        this.options = options;
        this.table = table;
    }

    void run() throws Exception {
        Stage.Beside sources = stage.beside("sources", HEAP_MIB, new MeasuredSources().environment());
        reports = stage.beside("reports", HEAP_MIB, Map.of("INCIDENTS_URL", "http://127.0.0.1:" + stage.servicePort(),
                "SOURCES_URL", "http://127.0.0.1:" + sources.port(), "LOG_SIGNING_KEY", Stage.signingKey(),
                "SUBSCRIPTION_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "WEBHOOK_PERMIT", "127.0.0.0/8"));
        register.settle();
        warmUp();
        String edition = edition();
        if (options.wants("report-page")) {
            page("/editions/" + edition);
        }
        if (options.wants("webhooks")) {
            webhooks();
        }
        if (options.wants("feed")) {
            feed();
        }
    }

    /** A small one in the same formats and languages: the first is made by code that is not compiled yet. */
    private void warmUp() throws IOException, InterruptedException {
        LocalDate day = SyntheticIncidents.FIRST_DAY.plusDays(SyntheticIncidents.DAYS / 3);
        published("warm-" + System.nanoTime(), body("Small", day, day.plusDays(27), List.of("en", "ar")));
    }

    /** One over all that an overview can reach, in two languages and all formats; its id. */
    private String edition() throws Exception {
        LocalDate from = SyntheticIncidents.FIRST_DAY.plusDays((SyntheticIncidents.DAYS - REPORTED_DAYS) / 2);
        ReadTime reads = new ReadTime(stage);
        String slug = "overview-" + System.nanoTime();
        try (MemoryWatch memory = new MemoryWatch(reports.pid())) {
            reads.begin();
            long begun = System.nanoTime();
            JsonNode edition = published(slug,
                    body("Everything", from, from.plusDays(REPORTED_DAYS - 1L), List.of("en", "ar")));
            double took = (System.nanoTime() - begun) / 1e9;
            double bare = reads.end();
            table.addBeside("edition over " + counted(edition) + " incidents", "PostgreSQL's time for its reads",
                    String.format(Locale.ROOT, "%.2f s", bare));
            double most = 2 * bare + PLUS_SECONDS;
            table.addFound("", "service, 6 formats in 2 languages", String.format(Locale.ROOT, "%.2f s", took), took <= most,
                    String.format(Locale.ROOT, "≤ %.2f s", most));
            table.addMemory("memory while it is made", memory.highestMib(), MOST_RESIDENT_MIB);
            return edition.path("id").asText();
        }
    }

    private static String counted(JsonNode edition) {
        long most = 0;
        for (JsonNode figure : edition.path("figures")) {
            most = Math.max(most, figure.path("records").path("count").asLong());
        }
        return String.format(Locale.ROOT, "%,d", most);
    }

    private static String body(String title, LocalDate from, LocalDate to, List<String> languages) {
        return "{\"template\": \"period_overview\", \"title\": \"" + title
                + "\", \"filter\": {\"country\": \"SY\"}, \"languages\": [\""
                + String.join("\", \"", languages) + "\"], \"periods\": [{\"from\": \"" + from + "\", \"to\": \"" + to
                + "\"}], \"publication\": {\"rule\": \"unattended\"}}";
    }

    /** Defines a report and waits for its edition. */
    private JsonNode published(String slug, String body) throws IOException, InterruptedException {
        HttpConnection.ask(reports.port(), Request.put("/api/v1/reports/" + slug, stage.token("publisher"), body), 0);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (System.nanoTime() < end) {
            JsonNode found = mapper.readTree(HttpConnection.ask(reports.port(), Request.get("/api/v1/editions?report=" + slug,
                    "application/json", stage.token("publisher")), 0)).path("items").path(0);
            JsonNode edition = found.isMissingNode() ? found
                    : mapper.readTree(HttpConnection.ask(reports.port(),
                            Request.get("/api/v1/editions/" + found.path("id").asText(), "application/json",
                                    stage.token("publisher")),
                            0));
            if (edition.path("status").asText().equals("published")) {
                return edition;
            }
            if (edition.path("status").asText().equals("gated")) {
                throw new IllegalStateException("the edition is held: " + edition.path("cause"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("no edition of " + slug + " came out");
    }

    /** Beside a bare server of the same make that sends a file of the same bytes, and does nothing else. */
    private void page(String address) throws Exception {
        Request asked = Request.open(address, "text/html");
        byte[] html = HttpConnection.ask(reports.port(), asked, 0).getBytes(StandardCharsets.UTF_8);
        Path file = stage.scratch().resolve("page.html");
        Files.write(file, html);
        Stage.Beside bare = stage.beside(FileServer.class, 64, FileServer.classPath(stage.packaged("reports")),
                file.toString());
        load(bare.port(), Request.open("/", "text/html"), WARM_UP_SECONDS);
        load(reports.port(), asked, WARM_UP_SECONDS);
        List<Double> files = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            files.add(load(bare.port(), Request.open("/", "text/html"), options.seconds()));
            pages.add(load(reports.port(), asked, options.seconds()));
        }
        double reached = Measurement.middle(pages) / Measurement.middle(files);
        table.addBeside(String.format(Locale.ROOT, "page of an edition, %,d bytes", html.length), "Vert.x, the same as a file",
                String.format(Locale.ROOT, "%,.1f", Measurement.middle(files)));
        table.addFound("", String.format(Locale.ROOT, "service, %,.1f a second", Measurement.middle(pages)),
                String.format(Locale.ROOT, "%.3f", reached), reached >= PAGE_MUST_HOLD, "≥ " + PAGE_MUST_HOLD);
    }

    private static double load(int port, Request request, double seconds) throws InterruptedException {
        HttpLoad.Answers answers = new HttpLoad(port, CONNECTIONS, List.of(request), new AtomicLong()).run(seconds);
        if (answers.failed() > 0) {
            throw new IllegalStateException(answers.failed() + " requests failed, such as " + request.target());
        }
        return answers.nanos().length / seconds;
    }

    /** From when the edition says that it came out to when the last receiver was called. */
    private void webhooks() throws Exception {
        String slug = "told-" + System.nanoTime();
        try (CallReceiver receiver = new CallReceiver()) {
            String token = stage.token("contributor");
            for (int i = 0; i < WEBHOOKS; i++) {
                HttpConnection.ask(reports.port(), Request.post("/api/v1/subscriptions", token,
                        "{\"channel\": \"webhook\", \"url\": \"" + receiver.url(i)
                                + "\", \"occasions\": [\"edition.published\"],"
                                + " \"reports\": [\"" + slug + "\"]}"),
                        0);
            }
            LocalDate day = SyntheticIncidents.FIRST_DAY.plusDays(SyntheticIncidents.DAYS / 2);
            JsonNode edition = published(slug, body("Told", day, day.plusDays(6), List.of("en")));
            double took = receiver.secondsUntil(WEBHOOKS, edition.path("publishedAt").asText());
            table.addFound(String.format(Locale.ROOT, "%,d webhooks, from publication to the last", WEBHOOKS), "service",
                    String.format(Locale.ROOT, "%.2f s", took), took <= WEBHOOK_SECONDS, "≤ 10 s");
        }
    }

    /** A follower who asks again and again; what is asked for is there when it answers. */
    private void feed() throws IOException, InterruptedException {
        String token = stage.token("contributor");
        SyntheticIncidents incidents = new SyntheticIncidents();
        FeedFollower follower = new FeedFollower(stage.servicePort(), stage.token("analyst"));
        List<Double> seen = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(System.nanoTime());
        for (int i = 0; i < 20; i++) {
            long number = 3_000_000_000L + random.nextLong(1_000_000_000L);
            String made = HttpConnection.ask(stage.servicePort(), Request.post("/api/v1/incidents", token,
                    incidents.body(number, "followed-" + number)), 0);
            seen.add(follower.secondsUntil(mapper.readTree(made).path("id").asText()));
        }
        double most = seen.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        table.addFound(String.format(Locale.ROOT, "a change is in the feed, median of 20: %.2f s", Measurement.middle(seen)),
                "service, the slowest", String.format(Locale.ROOT, "%.2f s", most), most <= 1, "≤ 1 s");
    }
}
