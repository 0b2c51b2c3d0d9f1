package org.harmregistry.image;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;

/** Makes an image of each service as a tar, with its bill of materials beside it, and prints their digests. */
public final class Images {

    private static final Pattern VERSION = Pattern
            .compile("<artifactId>harm-registry</artifactId>\\s*<version>([^<]+)</version>");

    private final Path project;
    private final Options options;
    private final PrintStream out;

    Images(Path project, Options options, PrintStream out) {
        this.project = project;
        this.options = options;
        this.out = out;
    }

    public static void main(String... arguments) {
        Path project = Path.of(System.getProperty("registry.project", ".")).toAbsolutePath().normalize();
        try {
            new Images(project, Options.of(project, arguments), System.out).make();
        } catch (Fault e) {
            System.err.println("deploy/images: " + e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            System.err.println("deploy/images: " + e);
            System.exit(1);
        }
        // Jib's own threads would linger for a minute.
        System.exit(0);
    }

    void make() throws Exception {
        Files.createDirectories(options.out());
        Path work = Files.createTempDirectory(options.out(), "work");
        try {
            Optional<JavaRuntime> runtime = options.base().isPresent() ? Optional.empty()
                    : Optional.of(JavaRuntime.link(options.jdk(), work.resolve("java")));
            Optional<SystemFiles> system = runtime.map(SystemFiles::neededBy);
            for (String service : options.services()) {
                JibContainerBuilder base = options.base().isPresent() ? Jib.from(options.base().get())
                        : ServiceImage.ownBase(runtime.orElseThrow(), system.orElseThrow(), work.resolve("etc"));
                BillOfMaterials bill = BillOfMaterials.of(project, service);
                runtime.ifPresent(bill::add);
                system.ifPresent(bill::add);
                options.base().ifPresent(bill::addBase);
                bill.write(options.out().resolve(service + ".cdx.json"));
                Path tar = options.out().resolve(service + ".tar");
                JibContainer made = new ServiceImage(project, service, version()).write(base, tar, work.resolve("cache"));
                Files.writeString(options.out().resolve(service + ".digest"), made.getDigest() + "\n");
                out.printf("%-18s %s  %s  %d MiB%n", service, made.getDigest(), tar, Files.size(tar) >> 20);
            }
        } finally {
            clear(work);
        }
    }

    private String version() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(project.resolve("pom.xml")));
        return version.find() ? version.group(1).toLowerCase(Locale.ROOT) : "unknown";
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
