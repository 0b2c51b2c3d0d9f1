package org.harmregistry.sources.examination.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.archive.FileExpectation;
import org.harmregistry.sources.archive.StoredFile;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * Where files lie while they are examined: each in a directory of its own that only the service's account reads, gone when the
 * examination ends. Formats are read from several places at once, which a stream out of the archive does not allow.
 */
@ApplicationScoped
class ExaminationDirectory {

    private static final int PIECE = 256 * 1024;

    private final ExaminationWorkers workers;
    private final FileArchive archive;
    private final Optional<String> parent;

    ExaminationDirectory(ExaminationWorkers workers, FileArchive archive,
            @ConfigProperty(name = "registry.examination.directory") Optional<String> parent) {
        this.workers = workers;
        this.archive = archive;
        this.parent = parent.filter(path -> !path.isBlank());
    }

    /** Fetches a file out of the archive, verified; the answer is a file in a new directory. */
    Uni<Path> fetch(StoredFile file) {
        return workers.on(this::open).chain(path -> archive.read(file)
                .onItem().transformToUniAndConcatenate(bytes -> workers.on(() -> append(path, bytes)))
                .onItem().ignoreAsUni()
                .onFailure().call(() -> drop(path))
                .onCancellation().call(() -> drop(path))
                .replaceWith(path));
    }

    /** Stores a copy that was made. */
    Uni<StoredFile> store(Path copy) {
        return workers.on(() -> Files.size(copy)).chain(size -> archive.store(Multi.createFrom()
                .range(0, (int) ((size + PIECE - 1) / PIECE))
                .onItem().transformToUniAndConcatenate(number -> workers.on(() -> piece(copy, number))),
                FileExpectation.NONE));
    }

    /** Removes a file with its directory. */
    Uni<Void> drop(Path file) {
        return workers.on(() -> {
            List<Path> all;
            try (Stream<Path> files = Files.list(file.getParent())) {
                all = files.toList();
            }
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
            Files.deleteIfExists(file.getParent());
            return null;
        }).replaceWithVoid().onFailure().recoverWithNull();
    }

    private Path open() throws IOException {
        Path directory = parent.isPresent() ? Files.createTempDirectory(Path.of(parent.get()), "examination")
                : Files.createTempDirectory("examination");
        return Files.createFile(directory.resolve("file"));
    }

    private static Void append(Path path, byte[] bytes) {
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            out.write(bytes);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer piece(Path path, int number) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long from = (long) number * PIECE;
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, channel.size() - from));
            while (piece.hasRemaining() && channel.read(piece, from + piece.position()) >= 0) {
                // A channel may give less than is asked for.
            }
            return Buffer.buffer(piece.array());
        }
    }
}
