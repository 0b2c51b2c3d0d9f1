package org.harmregistry.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the person who runs the suite may set, all through the environment.
 *
 * @param project the folder of the checkout
 * @param home the state folder ({@code REGISTRY_HOME})
 * @param gatewayPort where the public address listens ({@code GATEWAY_PORT})
 * @param postgresUrl a server to use in place of the embedded one ({@code POSTGRES_URL})
 * @param mongodbUrl likewise for MongoDB ({@code MONGODB_URL})
 * @param oidcIssuer likewise for the token issuer ({@code OIDC_ISSUER})
 * @param minFreeMib free space without which nothing is started ({@code MIN_FREE_MIB})
 * @param tokenLife how long tokens of {@code deploy/token} are good ({@code TOKEN_LIFETIME_HOURS})
 * @param keycloak where Keycloak was unpacked that takes the issuer's place; empty for the built-in issuer
 */
public record Settings(Path project, Path home, int gatewayPort, Optional<String> postgresUrl, Optional<String> mongodbUrl,
        Optional<String> oidcIssuer, int minFreeMib, Duration tokenLife, Optional<Path> keycloak) {

    /** Addresses with passwords in them and settings of the launcher: no part inherits them. */
    public static final Set<String> OWN_VARIABLES = Set.of("POSTGRES_URL", "MONGODB_URL", "OIDC_ISSUER", "GATEWAY_PORT",
            "REGISTRY_HOME", "MIN_FREE_MIB", "TOKEN_LIFETIME_HOURS");

    private static final int DEFAULT_GATEWAY_PORT = 8080;
    private static final int DEFAULT_MIN_FREE_MIB = 1024;
    private static final int DEFAULT_TOKEN_HOURS = 8;

    public static Settings of(Path project, Map<String, String> environment) {
        return new Settings(project.toAbsolutePath().normalize(),
                text(environment, "REGISTRY_HOME").map(Path::of).orElse(project.resolve(".registry")).toAbsolutePath()
                        .normalize(),
                number(environment, "GATEWAY_PORT", DEFAULT_GATEWAY_PORT, 1, 65_535),
                text(environment, "POSTGRES_URL"), text(environment, "MONGODB_URL"), text(environment, "OIDC_ISSUER"),
                number(environment, "MIN_FREE_MIB", DEFAULT_MIN_FREE_MIB, 0, Integer.MAX_VALUE),
                Duration.ofHours(number(environment, "TOKEN_LIFETIME_HOURS", DEFAULT_TOKEN_HOURS, 1, 24 * 366)),
                Optional.empty());
    }

    /** @throws IllegalArgumentException if the user brings an identity provider, too */
    Settings withKeycloak(Path distribution) {
        if (oidcIssuer.isPresent()) {
            throw new IllegalArgumentException("--keycloak and OIDC_ISSUER exclude each other");
        }
        return new Settings(project, home, gatewayPort, postgresUrl, mongodbUrl, oidcIssuer, minFreeMib, tokenLife,
                Optional.of(distribution));
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static int number(Map<String, String> environment, String name, int otherwise, int least, int most) {
        try {
            int value = text(environment, name).map(Integer::parseInt).orElse(otherwise);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number out of range is.
        }
        throw new Fault(name + " is not a whole number from " + least + " to " + most, "Set it right, or not at all");
    }
}
