package org.harmregistry.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.harmregistry.local.Ports;

/** Another process of a service that runs already, with the same settings and data, on ports of its own. */
final class Replica implements AutoCloseable {

    private final List<String> command;
    private final Path directory;
    private final Map<String, String> environment;
    private final int port;
    private final int managementPort;
    private Process process;

    private Replica(List<String> command, Path directory, Map<String, String> environment) {
        this.command = command;
        this.directory = directory;
        this.environment = new HashMap<>(environment);
        this.port = Ports.anyFree();
        this.managementPort = Ports.anyFree();
        this.environment.put("QUARKUS_HTTP_PORT", "" + port);
        this.environment.put("QUARKUS_MANAGEMENT_PORT", "" + managementPort);
    }

    /** Starts one beside the process given; it answers once somebody waits for it. */
    static Replica of(long pid) {
        Path of = Path.of("/proc", Long.toString(pid));
        Map<String, String> environment = new HashMap<>();
        words(of.resolve("environ")).forEach(each -> environment.put(each.substring(0, each.indexOf('=')),
                each.substring(each.indexOf('=') + 1)));
        try {
            Replica replica = new Replica(words(of.resolve("cmdline")), of.resolve("cwd").toRealPath(), environment);
            replica.start();
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(Path file) {
        try {
            return Arrays.stream(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"))
                    .filter(each -> !each.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, also again after it ended, on the same ports. */
    void start() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target", "replica-" + port + ".log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Where it tells whether it takes requests. */
    String readiness() {
        return "http://127.0.0.1:" + managementPort + "/q/health/ready";
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Asks it to end, and waits until it has. */
    void leave() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end when it was asked to");
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
