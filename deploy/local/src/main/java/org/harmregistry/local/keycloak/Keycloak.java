package org.harmregistry.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.harmregistry.local.Fault;
import org.harmregistry.local.Secrets;
import org.harmregistry.local.StateFiles;
import org.harmregistry.local.StateFolder;
import org.harmregistry.local.process.Run;

/**
 * How Keycloak is started on one machine: from its distribution, optimized once, on loopback alone, with the registry's realm.
 */
public final class Keycloak {

    /** The realm, which is also a part of the issuer's address. */
    public static final String REALM = "harm-registry";
    /** The client of sources-service, and the name of its key in the suite's secrets. */
    public static final String SERVICE_CLIENT = "sources-client";
    static final String SERVICE_KEY = "sources-client-key";
    static final String ADMINISTRATOR = "registry-operator";
    static final String ADMINISTRATOR_PASSWORD = "keycloak-operator";

    private static final String HEAP = "-Xms64m -Xmx448m";
    /** It starts in half the time, and has one person's load to carry. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";
    /** What it is optimized for; a change of these builds it anew. One process, so no cluster is looked for. */
    private static final Map<String, String> BUILT_FOR = Map.of("KC_DB", "dev-file", "KC_CACHE", "local", "KC_HEALTH_ENABLED",
            "false", "KC_METRICS_ENABLED", "false");

    private final Path distribution;
    private final Path realm;
    private final StateFolder state;
    private final Secrets secrets;
    private final int port;

    /**
     * @param distribution where it was unpacked
     * @param realm the file of the realm
     */
    public Keycloak(Path distribution, Path realm, StateFolder state, Secrets secrets, int port) {
        this.distribution = distribution;
        this.realm = realm;
        this.state = state;
        this.secrets = secrets;
        this.port = port;
    }

    /** Where the realm is, which is the {@code iss} of its tokens. */
    public static String issuer(int port) {
        return server(port) + "/realms/" + REALM;
    }

    /** Whether tokens of this issuer are made here. */
    public static boolean isIssuer(String base) {
        return base.endsWith("/realms/" + REALM);
    }

    private static String server(int port) {
        return "http://127.0.0.1:" + port;
    }

    public List<String> command() {
        return List.of("/bin/sh", distribution.resolve("bin/kc.sh").toString(), "start", "--optimized", "--import-realm");
    }

    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(build());
        environment.putAll(Map.of("KC_DB_URL", "jdbc:h2:file:" + state.data().resolve("keycloak/register")
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE", "KC_HTTP_ENABLED", "true", "KC_HTTP_HOST", "127.0.0.1",
                "KC_HTTP_PORT", "" + port, "KC_HOSTNAME", server(port), "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(ADMINISTRATOR_PASSWORD),
                // Any port: an app on this machine listens where it can (RFC 8252, 7.3).
                "APP_REDIRECT_URI", "http://127.0.0.1/callback", "SOURCES_CLIENT_MODULUS",
                ClientAssertion.modulus(serviceKey())));
        return environment;
    }

    /** The private key with which sources-service asks for its own tokens. */
    public String serviceKey() {
        return secrets.rsaKey(SERVICE_KEY);
    }

    private static Map<String, String> build() {
        Map<String, String> environment = new HashMap<>(BUILT_FOR);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", HEAP);
        environment.put("JAVA_OPTS_APPEND", QUICK);
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    /** Lays the realm where it is imported from if there is none yet, and optimizes the distribution, which is done once. */
    public void prepare() {
        try {
            Files.createDirectories(state.data().resolve("keycloak"));
            Path imported = Files.createDirectories(distribution.resolve("data/import")).resolve(REALM + "-realm.json");
            Files.write(imported, Files.readAllBytes(realm));
            Path stamp = distribution.resolve("built-for");
            String wanted = new TreeMap<>(BUILT_FOR).toString();
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return;
            }
            Run run = Run.of(List.of("/bin/sh", distribution.resolve("bin/kc.sh").toString(), "build"), build());
            if (!run.succeeded()) {
                throw new Fault("Keycloak could not be prepared: " + lastLine(run.output()),
                        "Delete " + distribution + " and run deploy/up --keycloak again");
            }
            StateFiles.writePrivately(stamp, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(String output) {
        return output.lines().reduce((first, last) -> last).orElse("it said nothing");
    }
}
