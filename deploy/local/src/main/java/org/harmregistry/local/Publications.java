package org.harmregistry.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.harmregistry.local.process.Pause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Waits, as any reader could, until every period of every report definition has its published edition. */
final class Publications {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String gateway;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT)
            .build();

    Publications(String gateway) {
        this.gateway = gateway;
    }

    /** What is published and what is due, at one moment. */
    private record View(List<JsonNode> definitions, List<JsonNode> published) {

        int due() {
            return definitions.stream().mapToInt(definition -> Math.max(1, definition.path("periods").size())).sum();
        }

        int done() {
            return definitions.stream().mapToInt(definition -> Math.min(Math.max(1, definition.path("periods").size()),
                    periods(definition.path("slug").asText()).size())).sum();
        }

        private Set<String> periods(String report) {
            Set<String> periods = new TreeSet<>();
            published.stream().filter(edition -> edition.path("report").asText().equals(report))
                    .forEach(edition -> periods.add(edition.at("/period/key").asText(edition.path("id").asText())));
            return periods;
        }
    }

    void await(Progress progress) {
        Instant begin = Instant.now();
        Instant said = begin;
        while (true) {
            View view = view();
            if (view.due() > 0 && view.done() == view.due()) {
                view.published().forEach(edition -> progress.say("published: " + edition.path("title").asText() + "  " + gateway
                        + "/editions/" + edition.path("id").asText()));
                return;
            }
            if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new Fault("After " + PATIENCE.toSeconds() + " s " + view.done() + " of " + view.due()
                        + " due editions are published", "See the log of reports-service below the state folder");
            }
            if (Duration.between(said, Instant.now()).compareTo(BETWEEN_LINES) > 0) {
                progress.say(view.done() + " of " + view.due() + " due editions are published");
                said = Instant.now();
            }
            Pause.of(PAUSE);
        }
    }

    private View view() {
        List<JsonNode> published = new ArrayList<>(items("/api/v1/editions?limit=200"));
        published.removeIf(edition -> edition.has("status") && !edition.path("status").asText().equals("published"));
        return new View(items("/api/v1/reports?limit=200"), published);
    }

    private List<JsonNode> items(String path) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(gateway + path)).timeout(TIMEOUT).header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return List.of();
            }
            List<JsonNode> items = new ArrayList<>();
            new ObjectMapper().readTree(answer.body()).path("items").forEach(items::add);
            return items;
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
