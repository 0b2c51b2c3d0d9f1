package org.harmregistry.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.harmregistry.local.Fault;
import org.harmregistry.local.Secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the launcher does in the realm as its operator: people and programs of this machine alone, never of the shipped realm.
 */
final class KeycloakAdministration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String OPENID = "/protocol/openid-connect/token";
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT)
            .build();
    private final String server;
    private final String admin;
    private final String bearer;

    /** @param issuer the realm's address */
    KeycloakAdministration(String issuer, Secrets secrets) {
        this.server = issuer.substring(0, issuer.indexOf("/realms/"));
        this.admin = server + "/admin/realms/" + Keycloak.REALM;
        this.bearer = token(server + "/realms/master", Map.of("grant_type", "password", "client_id", "admin-cli", "username",
                Keycloak.ADMINISTRATOR, "password", secrets.get(Keycloak.ADMINISTRATOR_PASSWORD)));
    }

    /** An access token of a realm for what the form says. */
    String token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(realm + OPENID))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw refused("a token", answer);
        }
        return read(answer).path("access_token").asText();
    }

    /** Whether it was made; false if there was one of that name already. */
    boolean make(String kind, Map<String, Object> what) {
        HttpResponse<String> answer = send(request(kind).POST(json(what)));
        if (answer.statusCode() != CREATED && answer.statusCode() != CONFLICT) {
            throw refused(kind, answer);
        }
        return answer.statusCode() == CREATED;
    }

    void change(String path, Object what) {
        require(path, send(request(path).PUT(json(what))));
    }

    void grant(String user, String role) {
        JsonNode found = get("roles/" + role);
        String path = "users/" + user + "/role-mappings/realm";
        require(path, send(request(path).POST(json(List.of(found)))));
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).GET());
        require(path, answer);
        return read(answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(admin + "/" + path)).header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static HttpRequest.BodyPublisher json(Object what) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(String what, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw refused(what, answer);
        }
    }

    private static Fault refused(String what, HttpResponse<String> answer) {
        return new Fault("Keycloak answered " + answer.statusCode() + " where " + what + " was asked for: " + answer.body(),
                "Run deploy/up --fresh --keycloak if its data were made by an earlier version");
    }
}
