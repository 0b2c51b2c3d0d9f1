package org.harmregistry.kit.testing;

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
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Sends what nobody should send to every operation of a service's API document: each query parameter, each path parameter and
 * each member of each body gets every hostile value. A new operation joins by being in the document.
 */
public final class HostileRequests {

    private static final List<String> TEXTS = List.of("%25", "_", "%27", "%22", "%5C", "*", "%27%20or%201%3D1%20--",
            "%00", "%ED%A0%80", "%FF", "%0D%0AX-Forged%3A%20yes", "%24%7B7*7%7D", "..%2F..%2Fetc%2Fpasswd", "-1", "1e400",
            "99999999999999999999", "NaN", "2017-02-30", "0000-00-00", "null", "%5B%5D", "%D9%A3", "%F0%9F%92%A3",
            "a".repeat(4_000), "%3A*", "a%7Cb", "%3Bx", "2017-01-01%2F", "%2C", "0%2C0%2C0%2C0", "true");
    private static final List<String> VALUES = List.of("null", "7.9", "-1", "1e400", "true", "\"\"", "\" \"", "\"\\u0000\"",
            "\"\\ud800\"", "[]", "[null]", "{}", "[[[[]]]]", "\"9999-99-99\"", "\"" + "x".repeat(20_001) + "\"",
            "99999999999999999999", "{\"min\":9,\"max\":1}", "[{}]", "\"%\"", "\"=1+1\"");
    private static final List<String> BODIES = List.of("", "{", "null", "[]", "\"x\"", "{\"reason\":\"a\",\"reason\":\"b\"}",
            "[".repeat(1_000) + "]".repeat(1_000), "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000), "{\"\\ud800\":1}",
            "{\"unknownMember\":1}", " ".repeat(1_048_577));
    /** Traces of the inside; the words of the API itself hold none of them. */
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\.java|org\\.hibernate|jdbc|PSQL|PgException|at org\\.|select .* from |127\\.0\\.0\\.1|SQLSTATE");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI server;
    private final String token;
    private final Map<String, String> records;
    private final List<String> findings = new ArrayList<>();
    private int sent;

    private HostileRequests(URI server, String token, Map<String, String> records) {
        this.server = server;
        this.token = token;
        this.records = records;
    }

    /**
     * What went wrong, one line each; empty if every request was refused cleanly or taken whole.
     *
     * @param token whose rights the requests have
     * @param records for paths with parameters, addresses of records that exist; the longest matching path is taken
     */
    public static List<String> against(URI server, Path apiDocument, String token, Map<String, String> records)
            throws IOException, InterruptedException {
        HostileRequests requests = new HostileRequests(server, token, records);
        JsonNode document = requests.mapper.readTree(Files.readString(apiDocument));
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (!operation.getKey().equals("parameters")) {
                    requests.attack(document, path.getKey(), operation.getKey().toUpperCase(), operation.getValue());
                }
            }
        }
        if (requests.sent < 100) {
            requests.findings.add("only " + requests.sent + " requests were made of " + apiDocument);
        }
        return requests.findings;
    }

    private void attack(JsonNode document, String path, String method, JsonNode operation)
            throws IOException, InterruptedException {
        String existing = existing(path);
        if (path.contains("{")) {
            for (String text : TEXTS) {
                send(method, path.replaceAll("\\{[^}]+}", text.replace("\\", "")), "{}", "application/json");
            }
        }
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                for (String text : TEXTS) {
                    send(method, existing + "?" + parameter.path("name").asText() + "=" + text, "{}", "application/json");
                }
            }
        }
        for (var content : operation.path("requestBody").path("content").properties()) {
            bodies(document, method, existing, content.getKey(), content.getValue());
        }
    }

    private void bodies(JsonNode document, String method, String path, String type, JsonNode content)
            throws IOException, InterruptedException {
        for (String body : BODIES) {
            send(method, path, body, type);
        }
        JsonNode schema = content.path("schema");
        if (schema.has("$ref")) {
            schema = document.at(schema.path("$ref").asText().substring(1));
        }
        for (var member : schema.path("properties").properties()) {
            for (String value : VALUES) {
                send(method, path, "{\"" + member.getKey() + "\":" + value + "}", type);
            }
        }
    }

    private String existing(String path) {
        String best = "";
        for (String known : records.keySet()) {
            best = path.startsWith(known) && known.length() > best.length() ? known : best;
        }
        String found = best.isEmpty() ? path : records.get(best) + path.substring(best.length());
        return found.replaceAll("\\{[^}]+}", "0197f3c2-0000-7000-8000-000000000000");
    }

    private void send(String method, String path, String body, String type) throws IOException, InterruptedException {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path.replace(" ", "%20")))
                .timeout(Duration.ofSeconds(20)).header("If-Match", "*")
                .method(method, reads ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!reads) {
            request.header("Content-Type", type);
        }
        sent++;
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        judge(method + " " + path, body, answer);
    }

    private void judge(String what, String body, HttpResponse<String> answer) {
        String request = abbreviated(what) + (body.equals("{}") ? "" : " " + abbreviated(body));
        if (answer.statusCode() >= 500) {
            findings.add(request + " -> " + answer.statusCode());
        } else if (answer.statusCode() >= 400 && !isProblem(answer)) {
            findings.add(request + " -> " + answer.statusCode() + " without a problem document: "
                    + abbreviated(answer.body()));
        } else if (answer.statusCode() >= 400 && INSIDE.matcher(answer.body()).find()) {
            findings.add(request + " -> shows the inside: " + abbreviated(answer.body()));
        }
        if (answer.headers().firstValue("X-Forged").isPresent()) {
            findings.add(request + " -> a header was forged");
        }
    }

    private boolean isProblem(HttpResponse<String> answer) {
        // What is no HTTP request at all never reaches the service's own answers.
        if (answer.statusCode() == 400 && answer.body().isEmpty() || answer.statusCode() == 414) {
            return true;
        }
        try {
            return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                    && mapper.readTree(answer.body()).path("code").isTextual();
        } catch (IOException e) {
            return false;
        }
    }

    private static String abbreviated(String text) {
        return (text.length() > 300 ? text.substring(0, 200) + "…" : text).replace('\n', ' ');
    }
}
