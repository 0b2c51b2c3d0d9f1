package org.harmregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The packaged files that a process runs. */
final class Artefact {

    private Artefact() {
    }

    /** Changes when a build writes the file, or any file of the folder, anew. */
    static String stamp(Path built) {
        if (!Files.exists(built)) {
            throw new Fault(built.getFileName() + " of " + module(built) + " is not built", "Run mvn -DskipTests package");
        }
        try (Stream<Path> files = Files.walk(built)) {
            return files.filter(Files::isRegularFile).sorted().map(Artefact::sizeAndTime)
                    .reduce("", (first, second) -> first + " " + second);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path module(Path built) {
        return built.getParent().getParent().getFileName();
    }

    private static String sizeAndTime(Path file) {
        try {
            return Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
