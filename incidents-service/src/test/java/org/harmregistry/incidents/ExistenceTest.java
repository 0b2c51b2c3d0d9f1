package org.harmregistry.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * What a caller may not see and what does not exist are told alike: same status, same body, same headers, by every operation on
 * an incident in the API document.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ExistenceTest {

    @TestHTTPResource
    URI server;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void tellsNobodyWhetherAHiddenRecordExists() throws IOException, InterruptedException {
        JsonNode hidden = mapper.readTree(create(Tokens.contributor("hiding"), body("")).then().statusCode(201).extract()
                .asString());
        String nothing = UUID.randomUUID().toString();
        JsonNode paths = mapper.readTree(Files.readString(Path.of("contract/openapi.json"))).path("paths");
        int compared = 0;
        for (var path : paths.properties()) {
            if (!path.getKey().startsWith("/api/v1/incidents/{id}")) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                for (String token : new String[] { null, Tokens.contributor("others"), Tokens.of("party", "others", "p-1") }) {
                    compare(operation.getKey(), path.getKey(), operation.getValue(), token, hidden.path("id").asText(),
                            nothing);
                    compare(operation.getKey(), path.getKey(), operation.getValue(), token, hidden.path("code").asText(),
                            "SY-1999-99999");
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    private void compare(String method, String path, JsonNode operation, String token, String hidden, String nothing)
            throws IOException, InterruptedException {
        if (method.equals("put") && path.equals("/api/v1/incidents/{id}")) {
            // The caller chooses the id here; that it is not available has to be said.
            return;
        }
        assertThat(ask(method, path, operation, token, hidden)).as(method + " " + path)
                .isEqualTo(ask(method, path, operation, token, nothing));
    }

    private Map<String, Object> ask(String method, String path, JsonNode operation, String token, String id)
            throws IOException, InterruptedException {
        String type = operation.path("requestBody").path("content").fieldNames().hasNext()
                ? operation.path("requestBody").path("content").fieldNames().next()
                : "application/json";
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path.replaceFirst("\\{id}", id)
                .replaceAll("\\{n}", "1").replaceAll("\\{[^}]+}", "0197f3c2-0000-7000-8000-000000000000")))
                .header("If-Match", "\"1.own\"").header("Content-Type", type)
                .method(method.toUpperCase(), HttpRequest.BodyPublishers.ofString("{\"reason\":\"as agreed\"}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        // 403 where the role alone says no, whatever is asked for.
        assertThat(answer.statusCode()).as(method + " " + path).isIn(401, 403, 404);
        JsonNode problem = mapper.readTree(answer.body());
        ((ObjectNode) problem).remove("traceId");
        ((ObjectNode) problem).remove("instance");
        Map<String, Object> told = new TreeMap<>(answer.headers().map());
        told.keySet().removeIf(header -> header.equalsIgnoreCase("content-length"));
        told.put("status", answer.statusCode());
        told.put("problem", problem);
        return told;
    }
}
