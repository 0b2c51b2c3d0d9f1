package org.harmregistry.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.harmregistry.local.Ports;

/** Another process of a service that runs already, with the same settings and data, on ports of its own. */
final class Replica implements AutoCloseable {

    private final Process process;
    private final int port;

    private Replica(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one beside the process given; it answers once somebody waits for it. */
    static Replica of(long pid) {
        Path of = Path.of("/proc", Long.toString(pid));
        int port = Ports.anyFree();
        ProcessBuilder builder = new ProcessBuilder(words(of.resolve("cmdline"))).redirectErrorStream(true)
                .redirectOutput(Path.of("target/replica.log").toFile());
        builder.environment().clear();
        words(of.resolve("environ")).forEach(each -> builder.environment().put(each.substring(0, each.indexOf('=')),
                each.substring(each.indexOf('=') + 1)));
        builder.environment().put("QUARKUS_HTTP_PORT", "" + port);
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "" + Ports.anyFree());
        try {
            builder.directory(of.resolve("cwd").toRealPath().toFile());
            return new Replica(builder.start(), port);
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

    String base() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
