package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes the requests of operations. They are chosen by chance from a fixed seed, spread over the whole register. */
final class Operations {

    static final int VARIANTS = 400;
    static final int MANY = 16;
    static final int FEW = 2;

    private static final String[] SOUGHT = { "market", "street", "house", "school", "hospital", "bakery", "drone", "rubble",
            "convoy", "ambulance", "northern", "witnesses", "displaced", "denied", "destroyed" };

    private final Stage stage;
    private final String collection;
    private final String analyst;
    private final ObjectMapper mapper = new ObjectMapper();

    Operations(Stage stage) {
        this.stage = stage;
        this.collection = stage.measured().collection();
        this.analyst = stage.token("analyst");
    }

    Request get(String target) {
        return Request.get(target, "application/json", analyst);
    }

    JsonNode ask(String target) throws IOException {
        return mapper.readTree(HttpConnection.ask(stage.servicePort(), get(target), 0));
    }

    /** Half of the pages begin at a day, half follow another one by its cursor. */
    List<Request> pages(LocalDate first, int days) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<Request> pages = new ArrayList<>();
        for (int i = 0; i < VARIANTS / 2; i++) {
            String target = collection + "?limit=50&from=" + first.plusDays(random.nextInt(days - 100));
            pages.add(get(target));
            String next = ask(target).path("page").path("next").asText("");
            if (!next.isEmpty()) {
                pages.add(get(target + "&after=" + encoded(next)));
            }
        }
        return pages;
    }

    /** Reads of the records on some of the pages. */
    List<Request> reads(List<Request> pages) throws IOException {
        List<Request> reads = new ArrayList<>();
        for (int i = 0; i < pages.size(); i += 5) {
            JsonNode items = ask(pages.get(i).target()).path("items");
            StreamSupport.stream(items.spliterator(), false).map(item -> get(collection + "/" + item.path("id").asText()))
                    .forEach(reads::add);
        }
        return reads;
    }

    /** Two common words each. */
    List<Request> texts() {
        SplittableRandom random = new SplittableRandom(3);
        return LongStream.range(0, VARIANTS).mapToObj(i -> get(collection + "?limit=50&q="
                + encoded(SOUGHT[random.nextInt(SOUGHT.length)] + " " + SOUGHT[random.nextInt(SOUGHT.length)]))).toList();
    }

    /** @param body a record by its number, to be sent by a contributor */
    List<Request> creates(LongFunction<String> body) {
        String contributor = stage.token("contributor");
        return LongStream.range(0, VARIANTS)
                .mapToObj(i -> Request.post(collection, contributor, body.apply(1_000_000_000L + i)))
                .toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
