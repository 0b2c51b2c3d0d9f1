package org.harmregistry.local.issuer;

import java.io.IOException;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The one program of the suite that gets a token for itself, by client credentials (RFC 6749, 4.4): sources-service, which asks
 * for whom cited incidents are there. Whoever may read the suite's private secrets may do the same, and nobody else.
 */
final class ServiceClient {

    /** The client's id, under which its secret stands in the suite's secrets too. */
    static final String ID = "sources-client";
    private static final String BASIC = "Basic ";

    private ServiceClient() {
    }

    /** The program's token, or {@code null} if this is not its request. */
    static String token(Path registryHome, TokenMinter minter, String authorization, byte[] form) throws IOException {
        Map<String, String> fields = form(new String(form, StandardCharsets.UTF_8));
        String[] credentials = authorization != null && authorization.startsWith(BASIC)
                ? basic(authorization.substring(BASIC.length()))
                : new String[] { fields.get("client_id"), fields.get("client_secret") };
        boolean known = "client_credentials".equals(fields.get("grant_type")) && ID.equals(credentials[0])
                && equal(secret(registryHome), credentials[1]);
        return known ? minter.mintForService("sources-service") : null;
    }

    private static String secret(Path registryHome) throws IOException {
        Path file = registryHome.resolve("keys").resolve("secrets.properties");
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            }
        }
        return secrets.getProperty(ID);
    }

    private static boolean equal(String secret, String given) {
        return secret != null && given != null && MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return Arrays.stream(Arrays.copyOf(pair, 2)).map(ServiceClient::decoded).toArray(String[]::new);
        } catch (IllegalArgumentException e) {
            return new String[2];
        }
    }

    /** Nothing if a parameter is given twice, which RFC 6749 forbids. */
    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = Arrays.copyOf(pair.split("=", 2), 2);
            if (fields.containsKey(decoded(parts[0]))) {
                return Map.of();
            }
            fields.put(decoded(parts[0]), decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
