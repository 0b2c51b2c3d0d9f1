package org.harmregistry.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

import org.harmregistry.local.Fault;

/** Makes what the services find: per service one database, its owner and its service role. Repeating it changes nothing. */
public final class Provisioning {

    private static final String DISK_FULL = "53100";

    private final ServerAddress server;
    private final UnaryOperator<String> passwords;

    /** @param passwords gives the password of a role by its name */
    public Provisioning(ServerAddress server, UnaryOperator<String> passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    public void run() {
        try (Connection connection = server.connect()) {
            for (ServiceDatabase database : ServiceDatabase.ALL) {
                role(connection, database.owner());
                role(connection, database.service());
                create(connection, database);
                execute(connection, "REVOKE ALL ON DATABASE %1$I FROM PUBLIC", database.name());
                execute(connection, "GRANT CONNECT ON DATABASE %1$I TO %2$I", database.name(), database.service());
            }
        } catch (SQLException e) {
            throw new Fault("The databases could not be made as " + server + " (SQL state " + e.getSQLState() + ": "
                    + firstLine(e.getMessage()) + ")", remedy(e.getSQLState()));
        }
    }

    /** The password is set each time, so that roles made by an earlier run with other secrets work again. */
    private void role(Connection connection, String name) throws SQLException {
        String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
        execute(connection, verb + " ROLE %1$I LOGIN PASSWORD %2$L", name, passwords.apply(name));
    }

    private void create(Connection connection, ServiceDatabase database) throws SQLException {
        if (exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
            return;
        }
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ? AND rolsuper", server.user())) {
            // Who is no superuser may give a database only to a role of which he is a member.
            execute(connection, "GRANT %1$I TO CURRENT_USER", database.owner());
        }
        execute(connection, "CREATE DATABASE %1$I OWNER %2$I ENCODING 'UTF8' TEMPLATE template0", database.name(),
                database.owner());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Commands take no parameters, so the server itself quotes names and literals into the text. */
    private static void execute(Connection connection, String template, String... values) throws SQLException {
        String command;
        try (PreparedStatement format = connection
                .prepareStatement("SELECT format(?" + ", ?".repeat(values.length) + ")")) {
            format.setString(1, template);
            for (int i = 0; i < values.length; i++) {
                format.setString(i + 2, values[i]);
            }
            try (ResultSet row = format.executeQuery()) {
                row.next();
                command = row.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String remedy(String state) {
        return DISK_FULL.equals(state) ? "Free some space on the server's disk, then run deploy/up again"
                : "Sign in as a user that may create roles and databases, and see the server's log";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
