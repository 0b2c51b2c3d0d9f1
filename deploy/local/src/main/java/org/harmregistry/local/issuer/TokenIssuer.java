package org.harmregistry.local.issuer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The process {@code TokenIssuer PORT REGISTRY_HOME}: serves on loopback what a service needs to verify a bearer token.
 * It hands out no tokens to people, or anyone on the machine could be an administrator; whoever may read the key makes
 * them. The one program that needs a token of its own gets it for its secret.
 */
public final class TokenIssuer {

    private static final int THREADS = 4;
    /** Of a program's token: it asks for another by itself. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST_BYTES = 4_096;

    private TokenIssuer() {
    }

    public static void main(String[] arguments) throws IOException {
        start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    static HttpServer start(int port, Path registryHome) throws IOException {
        SigningKey key = SigningKey.in(registryHome);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        URI issuer = address(server.getAddress().getPort());
        server.createContext("/", exchange -> answer(exchange, issuer, key));
        TokenMinter minter = new TokenMinter(registryHome, issuer, LIFETIME);
        server.createContext("/token", exchange -> token(exchange, registryHome, minter));
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
        return server;
    }

    /** The issuer's address, which is also the {@code iss} of its tokens. */
    public static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void answer(HttpExchange exchange, URI issuer, SigningKey key) throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, 405, "{\"error\":\"invalid_request\"}");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, configuration(issuer));
            case "/jwks" -> send(exchange, 200, key.publicKeySet());
            default -> send(exchange, 404, "{\"error\":\"not_found\"}");
        }
    }

    private static void token(HttpExchange exchange, Path registryHome, TokenMinter minter) throws IOException {
        if (!exchange.getRequestMethod().equals("POST") || !exchange.getRequestURI().getPath().equals("/token")) {
            send(exchange, 404, "{\"error\":\"not_found\"}");
            return;
        }
        byte[] form = exchange.getRequestBody().readNBytes(MOST_BYTES);
        String token = ServiceClient.token(registryHome, minter, exchange.getRequestHeaders().getFirst("Authorization"), form);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        send(exchange, token == null ? 401 : 200, token == null ? "{\"error\":\"invalid_client\"}"
                : "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + LIFETIME.toSeconds() + "}");
    }

    private static String configuration(URI issuer) {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token","subject_types_supported":["public"],\
                "response_types_supported":["none"],"id_token_signing_alg_values_supported":["RS256"],\
                "claims_supported":["iss","aud","sub","roles","organisation","party","iat","exp"]}""".formatted(issuer);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
