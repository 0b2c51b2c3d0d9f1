package org.harmregistry.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of this machine's Debian that a Java runtime cannot do without: the loader, the C library and its like, a
 * shell and a copy command, each with its licence.
 *
 * @param files place in the image to file of this machine
 * @param packages name of the Debian package to its version
 */
record SystemFiles(SortedMap<String, Path> files, SortedMap<String, String> packages) {

    private static final Map<String, Path> PROGRAMS = Map.of("/bin/sh", Path.of("/bin/dash"), "/bin/cp", Path.of("/bin/cp"));
    /** One line of ldd: a name that leads to a path, or a path. */
    private static final Pattern NEEDED = Pattern.compile("(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)");
    private static final Pattern MISSING = Pattern.compile("(\\S+) => not found");

    static SystemFiles neededBy(JavaRuntime runtime) {
        SortedMap<String, Path> files = new TreeMap<>(PROGRAMS);
        Stream.concat(runtime.objects(), PROGRAMS.values().stream()).forEach(object -> {
            String needed = Command.output(List.of("ldd", object.toString()));
            MISSING.matcher(needed).results().map((MatchResult each) -> each.group(1))
                    .filter(each -> !Files.exists(runtime.home().resolve("lib").resolve(each))
                            && !Files.exists(runtime.home().resolve("lib/server").resolve(each)))
                    .forEach(each -> {
                        throw new Fault(object.getFileName() + " needs " + each,
                                "Install what has it, or name an image with --base");
                    });
            NEEDED.matcher(needed).results().map((MatchResult each) -> Path.of(each.group(1)).normalize())
                    .filter(each -> !each.startsWith(runtime.home())).forEach(each -> files.put(each.toString(), each));
        });
        if (files.keySet().stream().noneMatch(each -> each.contains("/libc.so"))) {
            throw new Fault("This machine's C library was not found", "Make images on Linux, or name an image with --base");
        }
        SortedMap<String, String> packages = new TreeMap<>();
        new LinkedHashMap<>(files).values().forEach(file -> owner(file).ifPresent(owner -> {
            packages.put(owner, Command.output(List.of("dpkg-query", "-W", "-f=${Version}", owner)));
            Path licence = Path.of("/usr/share/doc", owner.replaceAll(":.*", ""), "copyright");
            if (Files.isRegularFile(licence)) {
                files.put(licence.toString(), licence);
            }
        }));
        return new SystemFiles(files, packages);
    }

    /** Debian's package that a file came with; its list may say the place before or after /usr took all. */
    private static Optional<String> owner(Path file) {
        SortedSet<String> places = new TreeSet<>(List.of(file.toString(), "/usr" + file));
        try {
            places.add(file.toRealPath().toString());
            places.add(file.toRealPath().toString().replaceFirst("^/usr/", "/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places.stream().map(place -> Command.output(List.of("dpkg-query", "-S", place)))
                .filter(each -> each.contains(": ")).map(each -> each.substring(0, each.indexOf(": ")))
                .map(each -> each.replaceAll(",.*", "")).findFirst();
    }
}
