package org.harmregistry.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.harmregistry.local.Ports;
import org.harmregistry.local.Secrets;
import org.harmregistry.local.StateFolder;
import org.harmregistry.local.postgres.Cluster;
import org.harmregistry.local.postgres.ServerAddress;

import io.restassured.path.json.JsonPath;

/** The suite in a folder of its own, driven by the commands that a person would type. */
final class Suite {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private final Path home;
    private final Map<String, String> settings;
    private final int gatewayPort = Ports.anyFree();

    Suite() {
        this("registry", Map.of());
    }

    /**
     * @param home the name of its state folder
     * @param settings what is set beside the folder and the gateway's port
     */
    Suite(String home, Map<String, String> settings) {
        this.home = Path.of("target", home).toAbsolutePath();
        this.settings = settings;
    }

    /**
     * What a command printed and how it ended.
     *
     * @param seconds how long it took
     */
    record Outcome(int exit, String output, double seconds) {
    }

    String gateway() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    Outcome up(String... arguments) {
        return run(Duration.ofMinutes(8), "up", arguments);
    }

    Outcome down() {
        return run(Duration.ofMinutes(1), "down");
    }

    Outcome status(String... arguments) {
        return run(Duration.ofSeconds(30), "status", arguments);
    }

    String token(String... arguments) {
        return run(Duration.ofSeconds(30), "token", arguments).output().trim();
    }

    Process start(String command, String... arguments) {
        try {
            return builder(command, arguments).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Outcome run(Duration limit, String command, String... arguments) {
        long begun = System.nanoTime();
        Process process = start(command, arguments);
        try (InputStream output = process.getInputStream()) {
            String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException("deploy/" + command + " did not end within " + limit + ": " + printed);
            }
            return new Outcome(process.exitValue(), printed, (System.nanoTime() - begun) / 1e9);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a part answers, without the gateway between. */
    String baseOf(String part) {
        return "http://127.0.0.1:" + portOf(part);
    }

    /** A service's database, as the user of the server who may do everything. */
    Connection databaseOf(String service) throws SQLException {
        String password = new Secrets(StateFolder.open(home)).get("postgresql");
        return new ServerAddress("127.0.0.1", portOf("postgresql"), Cluster.SUPERUSER, password, service).connect();
    }

    int portOf(String part) {
        return JsonPath.from(status("--json").output()).getInt("parts.find { it.name == '" + part + "' }.port");
    }

    /** The processes of a part: the one that the status names, and its children. */
    List<ProcessHandle> processesOf(String part) {
        long pid = JsonPath.from(status("--json").output()).getLong("parts.find { it.name == '" + part + "' }.pid");
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants())).toList();
    }

    void shell(String... line) {
        try {
            new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks again and again, within a bound, until something is so. */
    void eventually(Duration limit, BooleanSupplier holds) {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so within " + limit);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private ProcessBuilder builder(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(PROJECT.resolve("deploy").resolve(command).toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(PROJECT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().putAll(Map.of("REGISTRY_HOME", home.toString(), "GATEWAY_PORT", "" + gatewayPort));
        return builder;
    }
}
