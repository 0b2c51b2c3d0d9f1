package org.harmregistry.local.loader.client;

import java.util.Locale;
import java.util.Map;

/** Tokens that whoever starts the program has put into its environment: {@code TOKEN_PUBLISHER}, {@code TOKEN_ADMIN}, … */
public record EnvironmentTokens(Map<String, String> environment) implements Tokens {

    @Override
    public String bearer(String role, String organisation) {
        String variable = "TOKEN_" + role.toUpperCase(Locale.ROOT);
        String token = environment.get(variable);
        if (token == null || token.isBlank()) {
            throw new CannotGoOn("no token for the role " + role, "set " + variable + ", for instance to what deploy/token "
                    + role + " prints");
        }
        return token.strip();
    }
}
