package org.harmregistry.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL for one test run, with the two roles that a service has in production: the owner migrates, the
 * service reads and writes what the migrations grant it.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
            provision();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return configuration();
    }

    private static void provision() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role registry_owner login password 'owner'");
            statement.execute("create role registry_service login password 'service'");
            statement.execute("create database registry owner registry_owner");
        }
    }

    private static Map<String, String> configuration() {
        String url = "postgresql://127.0.0.1:" + server.getPort() + "/registry";
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.reactive.url", url);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + url);
        settings.put("quarkus.datasource.username", "registry_service");
        settings.put("quarkus.datasource.password", "service");
        settings.put("quarkus.flyway.username", "registry_owner");
        settings.put("quarkus.flyway.password", "owner");
        settings.put("quarkus.flyway.placeholders.serviceRole", "registry_service");
        settings.put("registry.cursor-key", "a key for tests alone, 32 characters or more");
        return settings;
    }

    /** The running server's port, for tests that look behind the service's back. */
    public static int port() {
        return server.getPort();
    }

    /** A connection as the service's own role, to see what it may and may not do. */
    public static Connection asService() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/registry",
                "registry_service", "service");
    }

    /** A connection as the owner of the tables. */
    public static Connection asOwner() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/registry",
                "registry_owner", "owner");
    }

    /** A connection as the server's superuser, whom no grant and no trigger holds. */
    public static Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/registry", "postgres", "postgres");
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
