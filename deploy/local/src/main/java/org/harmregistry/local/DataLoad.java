package org.harmregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.harmregistry.local.loader.LoadData;

/** Runs the loader, which speaks to the suite from outside as a partner's program would. */
final class DataLoad {

    static final List<String> TOKENS = List.of("TOKEN_PUBLISHER", "TOKEN_ANALYST", "TOKEN_ADMIN");

    private static final int HEAP_MIB = 256;

    private final Settings settings;
    private final Plan plan;
    private final Map<String, String> tokens;

    DataLoad(Settings settings, Plan plan) {
        this.settings = settings;
        this.plan = plan;
        this.tokens = tokens();
    }

    /** False if tokens are made elsewhere and none were given. */
    boolean mayRun() {
        return tokens.keySet().containsAll(TOKENS);
    }

    void run(Progress progress) {
        progress.say("loading the data through " + plan.gateway());
        List<String> command = new Java(settings.project()).program(LoadData.class, HEAP_MIB);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().keySet().removeAll(Settings.OWN_VARIABLES);
        builder.environment().putAll(tokens);
        builder.environment().put("GATEWAY_URL", plan.gateway());
        try {
            if (builder.start().waitFor() != 0) {
                throw new Fault("The data were not loaded completely: the last lines above say why",
                        "Run deploy/up again: what is loaded stays, the rest follows");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Map<String, String> tokens() {
        Map<String, String> tokens = new HashMap<>();
        for (String role : List.of("publisher", "analyst", "admin")) {
            String variable = "TOKEN_" + role.toUpperCase(Locale.ROOT);
            if (settings.oidcIssuer().isEmpty()) {
                tokens.put(variable, new Token(settings).mint(List.of(role, Token.ORGANISATION, "loader")));
            } else if (System.getenv(variable) != null) {
                tokens.put(variable, System.getenv(variable));
            }
        }
        return tokens;
    }
}
