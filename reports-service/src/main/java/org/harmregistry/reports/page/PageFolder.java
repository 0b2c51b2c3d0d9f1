package org.harmregistry.reports.page;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that one process has for itself, as long as it lives. It holds a lock in it, which the system takes away with the
 * process however that ends: so the next one can tell which folders nobody needs any more.
 */
final class PageFolder implements AutoCloseable {

    private static final String PREFIX = "registry-pages-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private PageFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A new one, those that were left behind beside it being removed. */
    static PageFolder in(Path parent) throws IOException {
        removeAbandoned(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        FileChannel lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.tryLock();
        return new PageFolder(path, lock);
    }

    Path path() {
        return path;
    }

    boolean isThere() {
        return Files.isDirectory(path);
    }

    private static void removeAbandoned(Path parent) throws IOException {
        List<Path> others;
        try (Stream<Path> found = Files.list(parent)) {
            others = found.filter(path -> path.getFileName().toString().startsWith(PREFIX)).toList();
        }
        for (Path other : others) {
            if (isAbandoned(other)) {
                remove(other);
            }
        }
    }

    /** One without its lock yet has just been made. */
    private static boolean isAbandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (IOException | OverlappingFileLockException held) {
            return false;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Somebody else removes it as well, or may not be stopped from holding it: nothing depends on it.
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        remove(path);
    }
}
