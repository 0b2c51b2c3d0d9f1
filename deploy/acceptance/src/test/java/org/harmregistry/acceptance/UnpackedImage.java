package org.harmregistry.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The tar of an image as a container engine reads it: its configuration, its layers, and the root file system that they make.
 */
final class UnpackedImage {

    private static final ObjectMapper JSON = new ObjectMapper();
    /**
     * What a container has beside its image: the system's own folders, a root that cannot be written, a place for what is
     * passing.
     */
    private static final String CONTAINER = """
            set -e
            mount --bind "$ROOT" "$ROOT"
            mount --rbind /proc "$ROOT/proc"
            mount --rbind /dev "$ROOT/dev"
            mount -t tmpfs -o mode=1777 tmpfs "$ROOT/tmp"
            mount -o remount,ro,bind "$ROOT"
            unset ROOT
            exec /usr/bin/env PATH="$IMAGE_PATH" /usr/sbin/chroot --userspec="$IMAGE_USER" "$IMAGE_ROOT" "$@"
            """;

    private final JsonNode configuration;
    private final Path root;

    private UnpackedImage(JsonNode configuration, Path root) {
        this.configuration = configuration;
        this.root = root;
    }

    static UnpackedImage of(Path tar, Path root) throws IOException, InterruptedException {
        Map<String, byte[]> parts = parts(tar);
        JsonNode image = JSON.readTree(parts.get("manifest.json")).get(0);
        for (JsonNode layer : image.path("Layers")) {
            Process unpack = new ProcessBuilder("tar", "-xzf", "-", "--no-same-owner", "-p", "-C", root.toString())
                    .redirectErrorStream(true).start();
            unpack.getOutputStream().write(parts.get(layer.asText()));
            unpack.getOutputStream().close();
            String printed = new String(unpack.getInputStream().readAllBytes());
            if (unpack.waitFor() != 0) {
                throw new IllegalStateException(printed);
            }
        }
        Files.createDirectories(root.resolve("proc"));
        Files.createDirectories(root.resolve("dev"));
        return new UnpackedImage(JSON.readTree(parts.get(image.path("Config").asText())).path("config"), root);
    }

    /** Shows each entry of each layer. */
    static void entries(Path tar, Consumer<TarArchiveEntry> entry) throws IOException {
        Map<String, byte[]> parts = parts(tar);
        for (JsonNode layer : JSON.readTree(parts.get("manifest.json")).get(0).path("Layers")) {
            try (TarArchiveInputStream in = new TarArchiveInputStream(
                    new GZIPInputStream(new ByteArrayInputStream(parts.get(layer.asText()))))) {
                for (TarArchiveEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                    entry.accept(each);
                }
            }
        }
    }

    private static Map<String, byte[]> parts(Path tar) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(tar));
                TarArchiveInputStream in = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                parts.put(each.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    JsonNode configuration() {
        return configuration;
    }

    Path root() {
        return root;
    }

    /** Starts the image's own program as its own user, in its own root, with these variables and none of this machine's. */
    Process start(Map<String, String> variables) throws IOException {
        List<String> line = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", CONTAINER, "container"));
        configuration.path("Entrypoint").forEach(each -> line.add(each.asText()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(variables);
        configuration.path("Env").forEach(each -> builder.environment().put(each.asText().replaceAll("=.*", ""),
                each.asText().replaceAll("^[^=]*=", "")));
        builder.environment().putAll(Map.of("IMAGE_PATH", builder.environment().get("PATH"), "PATH", path, "IMAGE_USER",
                configuration.path("User").asText(), "IMAGE_ROOT", root.toString(), "ROOT", root.toString()));
        return builder.start();
    }
}
