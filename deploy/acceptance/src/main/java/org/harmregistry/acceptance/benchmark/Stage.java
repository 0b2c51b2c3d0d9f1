package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.MongoUrl;
import org.harmregistry.local.Ports;
import org.harmregistry.local.SmallJvm;
import org.harmregistry.local.issuer.TokenIssuer;
import org.harmregistry.local.issuer.TokenMinter;
import org.harmregistry.local.mongo.MongoPing;
import org.harmregistry.local.mongo.MongoStandIn;
import org.harmregistry.local.postgres.Binaries;
import org.harmregistry.local.postgres.Cluster;
import org.harmregistry.local.postgres.Provisioning;
import org.harmregistry.local.postgres.ServerAddress;
import org.harmregistry.local.postgres.ServiceDatabase;

/**
 * A PostgreSQL server, a token issuer, one packaged service and the archive that it may need, on loopback, for the length of a
 * run.
 */
final class Stage implements AutoCloseable {

    private static final String PASSWORD = "benchmark";
    private static final int STAND_IN_HEAP_MIB = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** As the published measurements of peers were made: what is measured is work, not the disk's size of cache. */
    private static final List<String> SERVER = List.of("shared_buffers=2GB", "work_mem=32MB", "jit=off", "max_wal_size=4GB",
            "random_page_cost=1.1", "max_connections=80", "logging_collector=on", "log_destination=jsonlog",
            "log_filename=statements", "log_rotation_size=0", "log_rotation_age=0");

    private final List<Child> children = new ArrayList<>();
    private final Path project;
    private final Path home;
    private final MeasuredService measured;
    private final int servicePort;
    private final ServerAddress server;
    private final URI issuer;
    private final TokenMinter tokens;
    private final Child postgres;
    private final String archive;
    private Child service;
    private boolean closed;

    /** @param archive the address of a MongoDB server of the user's; {@code null} for the stand-in */
    Stage(Path project, Path home, MeasuredService measured, String archive) throws IOException, InterruptedException {
        this.project = project;
        this.home = home;
        this.measured = measured;
        Files.createDirectories(home.resolve("keys"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        int issuerPort = Ports.anyFree();
        servicePort = Ports.anyFree();
        server = new ServerAddress("127.0.0.1", Ports.anyFree(), Cluster.SUPERUSER, PASSWORD, "postgres");
        issuer = TokenIssuer.address(issuerPort);
        try {
            postgres = start("postgresql", postgres(), Map.of("TZ", "UTC")).awaiting(PATIENCE, server::answers);
            new Provisioning(server, role -> PASSWORD).run();
            tokens = new TokenMinter(home, issuer);
            start("issuer", java(32, "-cp", System.getProperty("java.class.path"), TokenIssuer.class.getName(),
                    "" + issuerPort, home.toString()), Map.of()).awaiting(PATIENCE, () -> open(issuerPort));
            this.archive = archive != null || !measured.needsArchive() ? archive : standIn();
            startService(Map.of());
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private synchronized Child start(String name, List<String> command, Map<String, String> environment) throws IOException {
        if (closed) {
            throw new IllegalStateException("interrupted");
        }
        Child child = Child.start(name, home, command, environment);
        children.add(0, child);
        return child;
    }

    private List<String> postgres() throws IOException {
        Cluster cluster = new Cluster(Files.createDirectories(home.resolve("postgresql")), Binaries.in(home));
        cluster.initialise(PASSWORD);
        cluster.clearRemains();
        List<String> line = new ArrayList<>(cluster.command(server.port()));
        SERVER.forEach(setting -> line.addAll(List.of("-c", setting)));
        return line;
    }

    /** What stands in for MongoDB, with its data on disk; its address. */
    private String standIn() throws IOException, InterruptedException {
        int port = Ports.anyFree();
        start("mongodb", java(STAND_IN_HEAP_MIB, "-cp", System.getProperty("java.class.path"), MongoStandIn.class.getName(),
                "" + port, Files.createDirectories(home.resolve("mongodb")).resolve("store").toString()), Map.of())
                .awaiting(PATIENCE, () -> MongoPing.answers("127.0.0.1", port));
        return MongoUrl.standIn("127.0.0.1", port);
    }

    private void startService(Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> own = new HashMap<>(measured.environment());
        own.putAll(settings);
        service = startService(measured.name(), measured.heapMib(), servicePort, own);
    }

    private Child startService(String name, int heapMib, int port, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> environment = environment(name, port);
        environment.putAll(settings);
        String service = name + "-service";
        List<String> line = SmallJvm.command(heapMib);
        line.addAll(SmallJvm.ofService(service));
        line.addAll(List.of("-jar", packaged(name).resolve("quarkus-run.jar").toString()));
        return start(service, line, environment).awaiting(PATIENCE, () -> open(port));
    }

    /** Where a service lies that was built. */
    Path packaged(String name) {
        return project.resolve(name + "-service/target/quarkus-app");
    }

    /**
     * A process beside the service that is measured.
     *
     * @param pid its process
     * @param port where it answers
     */
    record Beside(long pid, int port) {
    }

    /** Starts another service on the same server and archive. */
    Beside beside(String name, int heapMib, Map<String, String> settings) throws IOException, InterruptedException {
        int port = Ports.anyFree();
        return new Beside(startService(name, heapMib, port, settings).pid(), port);
    }

    /** Starts a program of this class path, or of another one, that is told the port to answer at. */
    Beside beside(Class<?> program, int heapMib, String classPath, String... words) throws IOException, InterruptedException {
        int port = Ports.anyFree();
        List<String> line = java(heapMib, "-cp", classPath, program.getName(), "" + port);
        line.addAll(List.of(words));
        return new Beside(start(program.getSimpleName(), line, Map.of()).awaiting(PATIENCE, () -> open(port)).pid(), port);
    }

    /** Ends the service and starts it again with other settings beside those of every start. */
    void restart(Map<String, String> settings) throws IOException, InterruptedException {
        children.remove(service);
        service.close();
        startService(settings);
    }

    private static List<String> java(int heapMib, String... arguments) {
        List<String> line = SmallJvm.command(heapMib);
        line.addAll(List.of(arguments));
        return line;
    }

    private Map<String, String> environment(String name, int port) {
        ServiceDatabase database = new ServiceDatabase(name);
        Map<String, String> environment = new HashMap<>(SmallJvm.ENVIRONMENT);
        environment.putAll(Map.ofEntries(Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", "" + port),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"), Map.entry("QUARKUS_MANAGEMENT_PORT", "" + Ports.anyFree()),
                Map.entry("POSTGRES_URL", server.url(database.name())), Map.entry("POSTGRES_USER", database.service()),
                Map.entry("POSTGRES_PASSWORD", PASSWORD), Map.entry("POSTGRES_MIGRATION_USER", database.owner()),
                Map.entry("POSTGRES_MIGRATION_PASSWORD", PASSWORD), Map.entry("OIDC_ISSUER", issuer.toString()),
                Map.entry("CURSOR_KEY", "a-key-for-cursors-of-the-benchmark"), Map.entry("PUBLIC_URL", "http://127.0.0.1")));
        if (archive != null) {
            environment.put("MONGODB_URL", archive);
            environment.put("MONGODB_DATABASE", "benchmark_" + name);
        }
        return environment;
    }

    /** An Ed25519 key as services take it, for what nobody verifies later. */
    static String signingKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean open(int port) {
        try (HttpConnection connection = new HttpConnection(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    MeasuredService measured() {
        return measured;
    }

    /** The address of the archive's server. */
    String archive() {
        return archive;
    }

    int servicePort() {
        return servicePort;
    }

    long servicePid() {
        return service.pid();
    }

    long postgresPid() {
        return postgres.pid();
    }

    /** A token of the organisation to which the synthetic records belong. */
    String token(String role) {
        return tokens.mint(role, "synthetic-benchmark", "1");
    }

    /** A connection to the service's database as the role that may do anything there. */
    Connection administrator() throws SQLException {
        return server.as(Cluster.SUPERUSER, PASSWORD, measured.database().name()).connect();
    }

    /** What pgbench is told of the server: it works as the service's role. */
    Map<String, String> client() {
        return Map.of("PGHOST", server.host(), "PGPORT", "" + server.port(), "PGUSER", measured.database().service(),
                "PGPASSWORD", PASSWORD, "PGDATABASE", measured.database().name());
    }

    /** Where the server writes the statements that it is told to log. */
    Path statements() {
        return home.resolve("postgresql/data/log/statements.json");
    }

    Path scratch() throws IOException {
        return Files.createDirectories(home.resolve("scratch"));
    }

    /** Also when the benchmark is interrupted while it still starts something. */
    @Override
    public synchronized void close() {
        closed = true;
        children.forEach(Child::close);
    }
}
