package org.harmregistry.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.harmregistry.local.Ports;
import org.harmregistry.local.process.DetachedProcess;
import org.harmregistry.local.process.Pause;
import org.harmregistry.local.process.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server, with its real programs, on a data folder of the test. */
class ClusterTest {

    @TempDir
    Path folder;

    private final int port = Ports.anyFree();
    private final ServerAddress server = new ServerAddress("127.0.0.1", port, Cluster.SUPERUSER, "secret", "postgres");
    private Cluster cluster;
    private ProcessIdentity process;

    @BeforeEach
    void initialise() {
        cluster = new Cluster(folder.resolve("postgresql"), Binaries.in(Path.of("target/test-state")));
        cluster.initialise("secret");
        start();
    }

    @AfterEach
    void stop() {
        DetachedProcess.stop(process, "INT", Duration.ofSeconds(10));
    }

    @Test
    void runsDurableOnLoopbackWithPasswords() throws SQLException {
        try (Connection connection = server.connect()) {
            assertThat(List.of(setting(connection, "fsync"), setting(connection, "synchronous_commit"),
                    setting(connection, "full_page_writes"))).containsOnly("on");
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(connection, "server_encoding")).isEqualTo("UTF8");
        }
        assertThat(server.as(Cluster.SUPERUSER, "wrong", "postgres").answers()).isFalse();
    }

    @Test
    void findsEveryCommittedRowAfterKillOverAStalePidFile() throws Exception {
        Set<Integer> acknowledged = insertUntilKilled();
        Path pidFile = folder.resolve("postgresql/data/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        assertThat(lines.get(0)).isEqualTo(String.valueOf(process.pid()));
        // As if the number had been given to another process meanwhile, here to the test's own.
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        start();

        try (Connection connection = server.connect(); ResultSet rows = query(connection, "SELECT id FROM kept")) {
            Set<Integer> found = new HashSet<>();
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
            assertThat(acknowledged).hasSizeGreaterThan(20);
            assertThat(found).containsAll(acknowledged);
        }
    }

    @Test
    void endsAServerOfTheSameFolderThatNobodyRemembers() {
        ProcessIdentity forgotten = process;

        start();

        assertThat(forgotten.isAlive()).isFalse();
        assertThat(server.answers()).isTrue();
    }

    @Test
    void provisionsOnceAndAgain() throws SQLException {
        Provisioning provisioning = new Provisioning(server, role -> role + "-password");
        provisioning.run();
        provisioning.run();

        ServerAddress owner = server.as("incidents_owner", "incidents_owner-password", "incidents");
        try (Connection connection = owner.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_trgm");
            statement.execute("CREATE TABLE incident (id int)");
            statement.execute("INSERT INTO incident VALUES (1)");
        }
        ServerAddress service = server.as("incidents_service", "incidents_service-password", "incidents");
        try (Connection connection = service.connect()) {
            assertThatThrownBy(() -> query(connection, "SELECT id FROM incident")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> query(connection, "CREATE TABLE mine (id int)")).hasMessageContaining("permission denied");
        }
        assertThat(service.as("incidents_service", "incidents_service-password", "sources").answers()).isFalse();
    }

    private Set<Integer> insertUntilKilled() throws Exception {
        Set<Integer> acknowledged = new HashSet<>();
        try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int PRIMARY KEY)");
            Thread killer = new Thread(() -> {
                Pause.of(Duration.ofMillis(400));
                killTree();
            });
            killer.start();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO kept VALUES (?)")) {
                for (int id = 0;; id++) {
                    insert.setInt(1, id);
                    insert.executeUpdate();
                    acknowledged.add(id);
                }
            } catch (SQLException killed) {
                killer.join();
            }
        }
        return acknowledged;
    }

    private void killTree() {
        List<ProcessHandle> tree = new ArrayList<>();
        ProcessHandle.of(process.pid()).ifPresent(handle -> {
            tree.add(handle);
            handle.descendants().forEach(tree::add);
        });
        tree.forEach(ProcessHandle::destroyForcibly);
        while (tree.stream().anyMatch(ProcessHandle::isAlive)) {
            Pause.of(Duration.ofMillis(10));
        }
    }

    private void start() {
        cluster.clearRemains();
        process = DetachedProcess.start(cluster.command(port), Map.of(), Set.of(), folder.resolve("log"));
        for (int i = 0; i < 200 && !server.answers() && process.isAlive(); i++) {
            Pause.of(Duration.ofMillis(50));
        }
        assertThat(server.answers()).isTrue();
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (ResultSet row = query(connection, "SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static ResultSet query(Connection connection, String text) throws SQLException {
        return connection.createStatement().executeQuery(text);
    }
}
