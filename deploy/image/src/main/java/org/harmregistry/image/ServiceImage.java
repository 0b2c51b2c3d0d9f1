package org.harmregistry.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;

/**
 * The image of one service: upon a base the libraries, which seldom change, and the application. The same input makes the same
 * bytes: no layer holds a time, and nothing is owned by who builds.
 */
final class ServiceImage {

    /** Nobody's number on a node; the manifests say the same one. */
    static final String USER = "10001:10001";
    private static final AbsoluteUnixPath APPLICATION = AbsoluteUnixPath.get("/app");
    private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");

    private final String service;
    private final String version;
    private final Path application;

    ServiceImage(Path project, String service, String version) {
        this.service = service;
        this.version = version;
        this.application = project.resolve(service).resolve("target/quarkus-app");
        if (!Files.isRegularFile(application.resolve("quarkus-run.jar"))) {
            throw new Fault(service + " is not built", "Build it with mvn package");
        }
    }

    /** The base of this machine: its Java, and what that needs. */
    static JibContainerBuilder ownBase(JavaRuntime runtime, SystemFiles system, Path work) throws IOException {
        FileEntriesLayer.Builder files = FileEntriesLayer.builder().setName("system");
        system.files().forEach((place, file) -> files.addEntry(real(file), AbsoluteUnixPath.get(place),
                Files.isExecutable(file) ? PROGRAM : FILE));
        Map<String, String> texts = Map.of("/etc/passwd", "registry:x:10001:10001::/app:/bin/sh\n", "/etc/group",
                "registry:x:10001:\n", "/etc/nsswitch.conf", "hosts: files dns\n");
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Path file = work.resolve(each.getKey().substring(1));
            Files.createDirectories(file.getParent());
            files.addEntry(Files.writeString(file, each.getValue()), AbsoluteUnixPath.get(each.getKey()), FILE);
        }
        files.addEntry(Files.createDirectories(work.resolve("tmp")), AbsoluteUnixPath.get("/tmp"),
                FilePermissions.fromOctalString("777"));
        FileEntriesLayer.Builder java = FileEntriesLayer.builder().setName("java").addEntryRecursive(runtime.home(),
                AbsoluteUnixPath.get("/opt/java"), (file, place) -> Files.isExecutable(file) ? PROGRAM : FILE);
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return Jib.fromScratch().setPlatforms(Set.of(new Platform(machine, "linux")))
                .setFileEntriesLayers(List.of(files.build(), java.build()))
                .setEnvironment(
                        ordered(Map.of("PATH", "/opt/java/bin:/bin", "JAVA_HOME", "/opt/java", "LANG", "C.UTF-8")));
    }

    /** Writes the image as a tar that container engines load. */
    JibContainer write(JibContainerBuilder base, Path tar, Path cache) throws Exception {
        FileEntriesLayer libraries = FileEntriesLayer.builder().setName("libraries")
                .addEntryRecursive(application.resolve("lib"), APPLICATION.resolve("lib"), ServiceImage::permissions).build();
        FileEntriesLayer.Builder own = FileEntriesLayer.builder().setName("application");
        for (String part : List.of("app", "quarkus", "quarkus-run.jar", "quarkus-app-dependencies.txt")) {
            own.addEntryRecursive(application.resolve(part), APPLICATION.resolve(part), ServiceImage::permissions);
        }
        Files.createDirectories(tar.getParent());
        return base.addFileEntriesLayer(libraries).addFileEntriesLayer(own.build()).setUser(USER)
                .setWorkingDirectory(APPLICATION)
                // Netty and the heap's own tools call the system; Java wants to be told so.
                .setEntrypoint("java", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/quarkus-run.jar")
                .setExposedPorts(new LinkedHashSet<>(List.of(Port.tcp(8080), Port.tcp(9000)))).setCreationTime(Instant.EPOCH)
                .setLabels(
                        ordered(Map.of("org.opencontainers.image.title", service, "org.opencontainers.image.version", version,
                                "org.opencontainers.image.licenses", "Apache-2.0")))
                .containerize(Containerizer.to(TarImage.at(tar).named(service + ":" + version)).setToolName("harm-registry")
                        .setBaseImageLayersCache(cache.resolve("base")).setApplicationLayersCache(cache.resolve("own")));
    }

    /** In the same order each time: {@code Map.of} has another one in each process, and the image would be another one. */
    private static Map<String, String> ordered(Map<String, String> map) {
        return new LinkedHashMap<>(new TreeMap<>(map));
    }

    private static FilePermissions permissions(Path file, AbsoluteUnixPath place) {
        return Files.isDirectory(file) ? FOLDER : FILE;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
