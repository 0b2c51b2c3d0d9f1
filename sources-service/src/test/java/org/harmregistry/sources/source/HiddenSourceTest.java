package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.testing.Files.attach;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.harmregistry.sources.testing.Timing;
import org.harmregistry.sources.testing.Uploads;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/**
 * What a caller may not see is no other than what does not exist: by every operation of the API document, whatever conditions
 * and keys are sent along, by no list, count or search, and not by the time it takes.
 */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class HiddenSourceTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final List<String> STRANGERS = List.of("", Tokens.contributor("org-b"), Tokens.of("party", "org-b", "p"));
    private static final List<Map<String, String>> CONDITIONS = List.of(
            Map.of("If-Match", "*", "Idempotency-Key", "a-key-of-strangers"),
            Map.of("If-None-Match", "\"1.own\"", "Range", "bytes=0-1"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @TestHTTPResource
    URI server;

    /** A draft of org-a with all that can hang on a source; the ids that addresses are made of. */
    private static Map<String, String> hidden() {
        String source = create(article("Hidden " + unique(), "\"texts\": [{\"language\": \"en\", \"text\": \"Not for you\"}]"))
                .header("Location");
        String citation = as(OWN).body("{\"incident\": \"" + unique() + "\", \"stance\": \"mentions\"}")
                .post(source + "/citations").header("Location");
        String attachment = attach(OWN, source, bytes(100)).header("Location");
        String upload = Uploads.begin(OWN, source, 100, "").header("Location");
        return Map.of("source", idOf(source), "citation", idOf(citation), "attachment", idOf(attachment), "upload",
                idOf(upload));
    }

    @Test
    void everyOperationTellsThemAlike() throws IOException, InterruptedException {
        Map<String, String> hidden = hidden();
        Map<String, String> nothing = Map.of("source", unique(), "citation", unique(), "attachment", unique(), "upload",
                unique());
        int compared = 0;
        for (var path : mapper.readTree(Files.readString(Path.of("contract/openapi.json"))).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (path.getKey().contains("{") && !isChoiceOfId(operation.getKey(), path.getKey())) {
                    compare(operation.getKey(), path.getKey(), operation.getValue(), hidden, nothing);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    /** Where the caller chooses the id of what is made; that one is not available has to be said. */
    private static boolean isChoiceOfId(String method, String path) {
        return method.equals("put") && path.equals(SOURCES + "/{id}");
    }

    private void compare(String method, String path, JsonNode operation, Map<String, String> hidden,
            Map<String, String> nothing) throws IOException, InterruptedException {
        for (String token : STRANGERS) {
            // Whatever is decided by conditions is decided behind the sight of the record.
            for (Map<String, String> conditions : CONDITIONS) {
                Map<String, Object> told = ask(method, path, operation, token, conditions, hidden);
                assertThat(told).as("%s %s with %s", method, path, conditions)
                        .isEqualTo(ask(method, path, operation, token, conditions, nothing));
                assertThat((int) told.get("status")).as("%s %s", method, path).isIn(204, 400, 401, 403, 404, 412, 428);
            }
        }
    }

    private Map<String, Object> ask(String method, String path, JsonNode operation, String token,
            Map<String, String> conditions, Map<String, String> ids) throws IOException, InterruptedException {
        var types = operation.path("requestBody").path("content").fieldNames();
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(address(path, ids)))
                .header("Content-Type", types.hasNext() ? types.next() : "application/json").header("Tus-Resumable", "1.0.0")
                .method(method.toUpperCase(), BodyPublishers.ofString("{\"reason\":\"as agreed\"}"));
        conditions.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        Map<String, Object> told = new TreeMap<>(answer.headers().map());
        told.keySet().removeIf(header -> header.equalsIgnoreCase("content-length") || header.equalsIgnoreCase("date"));
        told.put("status", answer.statusCode());
        told.put("body", answer.body().replaceAll("\"(traceId|instance)\":\"[^\"]*\"", ""));
        return told;
    }

    private static String address(String path, Map<String, String> ids) {
        return path.replace("{id}", path.startsWith(CITATIONS) ? ids.get("citation") : ids.get("source"))
                .replace("{citation}", ids.get("citation")).replace("{attachment}", ids.get("attachment"))
                .replace("{upload}", ids.get("upload")).replaceAll("\\{[^}]+}", "1");
    }

    @Test
    void noListCountSearchOrFeedTellsOfThem() {
        String word = "w" + unique().replace("-", "");
        String incident = unique();
        String title = "An article on " + word;
        String shown = createPublic(article(title));
        cite(shown, Tokens.analyst(), incident);
        List<String> before = told(word, incident, shown);

        for (int i = 0; i < 3; i++) {
            String draft = create(article(title + i, "\"url\": \"https://example.org/" + word + "\"",
                    "\"externalIds\": [{\"system\": \"desk\", \"id\": \"" + word + i + "\"}]")).header("Location");
            cite(draft, OWN, incident);
        }

        assertThat(told(word, incident, shown)).isEqualTo(before);
        assertThat(as(OWN).queryParam("q", word).queryParam("count", "exact").get(SOURCES).<Integer> path("count"))
                .isEqualTo(4);
    }

    private static void cite(String source, String token, String incident) {
        as(token).body("{\"incident\": \"" + incident + "\", \"stance\": \"supports\"}").post(source + "/citations").then()
                .statusCode(201);
    }

    private static List<String> told(String word, String incident, String shown) {
        List<String> told = new ArrayList<>();
        for (String question : List.of(SOURCES + "?q=" + word + "&count=exact", SOURCES + "?q=" + word + "&sort=-updatedAt",
                SOURCES + "?externalId=desk:" + word + "0&count=exact", SOURCES + "?incident=" + incident + "&count=exact",
                SOURCES + "?q=" + word + "&format=ndjson", SOURCES + "?q=" + word + "&format=csv",
                CITATIONS + "?incident=" + incident, CITATIONS + "/summary?incident=" + incident, shown + "/citations",
                shown + "/duplicates", SOURCES + "/fieldwork")) {
            for (String token : STRANGERS) {
                Response answer = (token.isEmpty() ? given() : as(token)).get(question);
                // The weak tag of an export is made of the whole feed's position, which goes on with whatever anybody does.
                String tag = question.contains("format=") ? "" : answer.header("ETag");
                told.add(question + " " + answer.statusCode() + " " + tag + " " + answer.asString());
            }
        }
        return told;
    }

    @Test
    void timesDoNotTellThemApart() {
        Map<String, String> ids = hidden();
        String hidden = SOURCES + "/" + ids.get("source");
        String nothing = SOURCES + "/" + unique();
        String stranger = Tokens.contributor("org-b");
        assertThat(Timing.distance(address -> given().get(address).statusCode(), hidden, nothing)).isLessThan(0.3);
        for (String path : List.of("/attachments")) {
            assertThat(Timing.distance(address -> as(stranger).get(address + path).statusCode(), hidden, nothing)).as(path)
                    .isLessThan(0.3);
        }
        String citation = CITATIONS + "/" + ids.get("citation");
        assertThat(Timing.distance(address -> as(stranger).get(address).statusCode(), citation, CITATIONS + "/" + unique()))
                .isLessThan(0.3);
    }
}
