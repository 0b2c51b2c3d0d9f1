package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.harmregistry.acceptance.benchmark.SyntheticIncidents.Town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The operations of the table. Requests are chosen by chance from a fixed seed, spread over the whole register. */
final class Operations {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String STATISTICS = "/api/v1/statistics?by=month,grading";
    private static final String AGGREGATE = """
            select to_char(occurred_from, 'YYYY-MM'), grading, count(*), count(*) filter (where killed_civilians_min > 0),
              sum(killed_civilians_min), sum(killed_civilians_max), count(*) filter (where killed_civilians_min is null),
              count(*) filter (where killed_civilians_max is null), sum(injured_civilians_min), sum(injured_civilians_max),
              count(*) filter (where injured_civilians_min is null), count(*) filter (where injured_civilians_max is null),
              count(*) filter (where lat is null)
            from incident group by 1, 2 order by 1, 2""";
    private static final String[] SOUGHT = { "market", "street", "house", "school", "hospital", "bakery", "drone", "rubble",
            "convoy", "ambulance", "northern", "witnesses", "displaced", "denied", "destroyed" };
    private static final int VARIANTS = 400;
    private static final int MANY = 16;
    private static final int FEW = 2;

    private final Stage stage;
    private final SyntheticIncidents incidents = new SyntheticIncidents();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String analyst;

    Operations(Stage stage) {
        this.stage = stage;
        this.analyst = stage.token("analyst");
    }

    List<Operation> all() throws IOException {
        List<Request> pages = pages();
        return List.of(new Operation("read", "read by id", MANY, 60, reads(pages), null, 0.30, 0.50),
                new Operation("page", "page of 50, all fields", MANY, 24, pages, null, 0.28, 0.45),
                new Operation("box", "box of 1° and a year, page of 50", MANY, 24, boxes(), null, 0.6, 0.9),
                new Operation("text", "full text, page of 50", MANY, 24, texts(), null, 0.5, 0.8),
                new Operation("create", "create one, with revision and change", MANY, 8, creates(), null, 0.35, 0.6),
                new Operation("statistics", "statistics by month and grading", FEW, 0, List.of(get(STATISTICS)), AGGREGATE,
                        0.15,
                        0.05));
    }

    private Request get(String target) {
        return Request.get(target, "application/json", analyst);
    }

    private String ask(String target) throws IOException {
        return HttpConnection.ask(stage.servicePort(), get(target), 0);
    }

    /** Half of the pages begin at a day, half follow another one by its cursor. */
    private List<Request> pages() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<Request> pages = new ArrayList<>();
        for (int i = 0; i < VARIANTS / 2; i++) {
            String target = INCIDENTS + "?limit=50&from=" + SyntheticIncidents.FIRST_DAY.plusDays(random.nextInt(
                    SyntheticIncidents.DAYS - 100));
            pages.add(get(target));
            String next = mapper.readTree(ask(target)).path("page").path("next").asText("");
            if (!next.isEmpty()) {
                pages.add(get(target + "&after=" + encoded(next)));
            }
        }
        return pages;
    }

    private List<Request> reads(List<Request> pages) throws IOException {
        List<Request> reads = new ArrayList<>();
        for (int i = 0; i < pages.size(); i += 5) {
            JsonNode items = mapper.readTree(ask(pages.get(i).target())).path("items");
            StreamSupport.stream(items.spliterator(), false).map(item -> get(INCIDENTS + "/" + item.path("id").asText()))
                    .forEach(reads::add);
        }
        return reads;
    }

    private List<Request> boxes() {
        SplittableRandom random = new SplittableRandom(2);
        return IntStream.range(0, VARIANTS).mapToObj(i -> {
            Town town = SyntheticIncidents.TOWNS.get(random.nextInt(SyntheticIncidents.TOWNS.size()));
            LocalDate from = SyntheticIncidents.FIRST_DAY.plusDays(random.nextInt(SyntheticIncidents.DAYS - 365));
            double lat = town.lat() + random.nextDouble() - 0.5;
            double lon = town.lon() + random.nextDouble() - 0.5;
            return get(String.format(Locale.ROOT, INCIDENTS + "?limit=50&from=%s&to=%s&bbox=%.3f,%.3f,%.3f,%.3f", from,
                    from.plusDays(364), lon - 0.5, lat - 0.5, lon + 0.5, lat + 0.5));
        }).toList();
    }

    private List<Request> texts() {
        SplittableRandom random = new SplittableRandom(3);
        return IntStream.range(0, VARIANTS).mapToObj(i -> get(INCIDENTS + "?limit=50&q="
                + encoded(SOUGHT[random.nextInt(SOUGHT.length)] + " " + SOUGHT[random.nextInt(SOUGHT.length)]))).toList();
    }

    private List<Request> creates() {
        String contributor = stage.token("contributor");
        return IntStream.range(0, VARIANTS).mapToObj(i -> Request.post(INCIDENTS, contributor,
                incidents.body(1_000_000_000L + i, "single-" + Request.NUMBER))).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
