package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Follows the feed of incidents from its end as it was when it was made. */
final class FeedFollower {

    private static final String FEED = "/api/v1/incidents/changes?limit=200";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final int port;
    private final String token;
    private final ObjectMapper mapper = new ObjectMapper();
    private String cursor;

    FeedFollower(int port, String token) throws IOException {
        this.port = port;
        this.token = token;
        for (JsonNode page = page(); page.path("page").path("more").asBoolean(); page = page()) {
            cursor = page.path("page").path("next").asText();
        }
    }

    private JsonNode page() throws IOException {
        JsonNode page = mapper.readTree(HttpConnection.ask(port,
                Request.get(FEED + (cursor == null ? "" : "&after=" + Operations.encoded(cursor)), "application/json", token),
                0));
        String next = page.path("page").path("next").asText("");
        cursor = next.isEmpty() ? cursor : next;
        return page;
    }

    /** How long it took from now until a change of the record was read. */
    double secondsUntil(String id) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE) {
            for (JsonNode change : page().path("items")) {
                if (change.path("id").asText().equals(id)) {
                    return (System.nanoTime() - begun) / 1e9;
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IllegalStateException("the change of " + id + " did not come");
    }
}
