package org.harmregistry.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.restassured.path.json.JsonPath;

/** Requests to one address with one token, each sent once unless the caller insists. */
final class Caller {

    private static final HttpClient PLAIN = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();

    private final HttpClient client;
    private final String base;
    private final String token;
    private final int sentAtMost;

    Caller(String base, String token) {
        this(PLAIN, base, token);
    }

    Caller(HttpClient client, String base, String token) {
        this(client, base, token, 1);
    }

    private Caller(HttpClient client, String base, String token, int sentAtMost) {
        this.client = client;
        this.base = base;
        this.token = token;
        this.sentAtMost = sentAtMost;
    }

    /**
     * One that sends again what is answered 503, as clients are told to: who has just started may be slower than its own
     * limits.
     */
    Caller insisting() {
        return new Caller(client, base, token, 5);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Reads what has to be there. */
    JsonPath read(String path) throws IOException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return JsonPath.from(answer.body());
    }

    /** Sends JSON, as a merge patch if it is one. */
    HttpResponse<String> json(String method, String path, String body, String... headers) throws IOException {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return send(method, path, BodyPublishers.ofString(body), all);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(15))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            for (int sent = 1; answer.statusCode() == 503 && sent < sentAtMost; sent++) {
                TimeUnit.SECONDS.sleep(1);
                answer = client.send(request.build(), BodyHandlers.ofString());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Follows a feed live; done when the other side ends it, with all that came. */
    CompletableFuture<HttpResponse<String>> follow(String path) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/event-stream").build(),
                BodyHandlers.ofString());
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
