package org.harmregistry.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java runtime with the modules that the services need, linked from a JDK.
 *
 * @param home its folder
 * @param version such as {@code 25.0.3+9-LTS}
 * @param vendor who built the JDK
 */
record JavaRuntime(Path home, String version, String vendor) {

    /** Releases with long-term support that are young enough for a new image. */
    private static final List<Integer> SUPPORTED = List.of(25, 21);
    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final String MODULES = "java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.jfr,jdk.localedata,"
            + "jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs";
    /** They draw on a screen or play sound, and would need the libraries for that. */
    private static final List<String> NOT_IN_A_CONTAINER = List.of("libawt_xawt.so", "libjawt.so", "libsplashscreen.so",
            "libjsound.so");

    static JavaRuntime link(Optional<Path> jdk, Path folder) {
        Path from = jdk.orElseGet(JavaRuntime::newest);
        Properties release = release(from);
        if (!SUPPORTED.contains(feature(release))) {
            throw new Fault("The JDK in " + from + " is " + release.getProperty("JAVA_VERSION", "of unknown version")
                    + ", and an image has a Java of " + SUPPORTED, "Name another one with --jdk, or an image with --base");
        }
        List<String> line = new ArrayList<>(List.of(from.resolve("bin/jlink").toString(), "--add-modules", MODULES,
                "--no-header-files", "--no-man-pages", "--compress", "zip-6", "--output", folder.toString()));
        if (Files.isDirectory(from.resolve("jmods"))) {
            line.addAll(List.of("--module-path", from.resolve("jmods").toString()));
        }
        Command.output(line);
        if (!Files.isExecutable(folder.resolve("bin/java"))) {
            throw new Fault("jlink made no runtime of " + from, "Try it: " + String.join(" ", line));
        }
        try {
            for (String each : NOT_IN_A_CONTAINER) {
                Files.deleteIfExists(folder.resolve("lib").resolve(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JavaRuntime(real(folder), release.getProperty("JAVA_RUNTIME_VERSION", release.getProperty("JAVA_VERSION")),
                release.getProperty("IMPLEMENTOR", "unknown"));
    }

    /** What is run or loaded, and needs libraries of the system. */
    Stream<Path> objects() {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(each -> each.toString().endsWith(".so") || each.getFileName().toString().equals("jspawnhelper")
                            || each.equals(home.resolve("bin/java")))
                    .toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the loader will name it. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newest() {
        Stream<Path> own = Stream.of(Path.of(System.getProperty("java.home")));
        return Stream.concat(own, installed()).filter(each -> Files.isExecutable(each.resolve("bin/jlink")))
                .filter(each -> SUPPORTED.contains(feature(release(each))))
                .max(Comparator.comparing(each -> feature(release(each))))
                .orElseThrow(() -> new Fault("There is no JDK of " + SUPPORTED + " in " + JDKS,
                        "Install one, or name one with --jdk, or an image with --base"));
    }

    private static Stream<Path> installed() {
        if (!Files.isDirectory(JDKS)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(JDKS)) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties release(Path jdk) {
        Properties release = new Properties();
        if (Files.isReadable(jdk.resolve("release"))) {
            try (var in = Files.newBufferedReader(jdk.resolve("release"))) {
                release.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            release.replaceAll((name, value) -> value.toString().replace("\"", ""));
        }
        return release;
    }

    private static int feature(Properties release) {
        return Integer.parseInt("0" + release.getProperty("JAVA_VERSION", "").replaceAll("\\D.*", ""));
    }
}
