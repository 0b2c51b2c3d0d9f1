package org.harmregistry.local.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.harmregistry.local.Fault;

/**
 * Where a PostgreSQL server listens, and as whom to provision it.
 *
 * @param database the database to sign in to for provisioning
 */
public record ServerAddress(String host, int port, String user, String password, String database) {

    private static final String FORM = "postgresql://user:password@host:5432/postgres";
    private static final int DEFAULT_PORT = 5432;
    private static final String TIMEOUT_SECONDS = "2";

    /** Reads {@code postgresql://user:password@host:port/database}. */
    public static ServerAddress parse(String url) {
        try {
            URI uri = URI.create(url.startsWith("postgres://") ? "postgresql" + url.substring("postgres".length()) : url);
            String[] user = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
            if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || user.length != 2) {
                throw new IllegalArgumentException();
            }
            String database = uri.getPath() == null || uri.getPath().length() < 2 ? "postgres" : uri.getPath().substring(1);
            return new ServerAddress(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), decode(user[0]),
                    decode(user[1]), database);
        } catch (IllegalArgumentException e) {
            throw new Fault("POSTGRES_URL is not understood", "Write it as " + FORM);
        }
    }

    public ServerAddress as(String otherUser, String otherPassword, String otherDatabase) {
        return new ServerAddress(host, port, otherUser, otherPassword, otherDatabase);
    }

    /** The address of a database as a reactive client takes it; JDBC takes the same with {@code jdbc:} in front. */
    public String url(String name) {
        return "postgresql://" + host + ":" + port + "/" + name;
    }

    /** Signs in, or fails within a few seconds. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        return DriverManager.getConnection("jdbc:" + url(database), properties);
    }

    /** True if the server lets this user in and answers. */
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
