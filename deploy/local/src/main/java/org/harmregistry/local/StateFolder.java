package org.harmregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Everything the suite keeps on this machine: data, keys, logs, and which process is which part. */
public record StateFolder(Path path) {

    private static final int BYTES_PER_MIB = 1 << 20;

    /** Makes what is missing; keys and process records are for the owner's eyes only. */
    public static StateFolder open(Path path) {
        StateFolder state = new StateFolder(path.toAbsolutePath().normalize());
        try {
            Files.createDirectories(state.path);
            for (Path shared : List.of(state.data(), state.logs())) {
                Files.createDirectories(shared);
            }
            for (Path own : List.of(state.keys(), state.run())) {
                Files.createDirectories(own);
                Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
            }
            return state;
        } catch (FileAlreadyExistsException e) {
            throw new Fault(e.getFile() + " is a file, where a folder is needed", "Move it away, or set REGISTRY_HOME");
        } catch (IOException e) {
            throw new Fault("The state folder " + path + " cannot be written (" + e.getClass().getSimpleName() + ": "
                    + e.getMessage() + ")", "Set REGISTRY_HOME to a folder that you may write");
        }
    }

    public Path data() {
        return path.resolve("data");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path keys() {
        return path.resolve("keys");
    }

    public Path run() {
        return path.resolve("run");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Refuses to begin where the disk is nearly full: a database that meets the end of the disk halfway is worse. */
    public void requireFree(int mebibytes) {
        try {
            long free = Files.getFileStore(path).getUsableSpace() / BYTES_PER_MIB;
            if (free < mebibytes) {
                throw new Fault("Only " + free + " MiB are free below " + path + ", and the suite wants " + mebibytes,
                        "Free some space, set REGISTRY_HOME to a folder on another disk, or lower MIN_FREE_MIB");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empties data and logs. Keys stay: tokens that were handed out go on working. */
    public void forgetData() {
        StateFiles.delete(data());
        StateFiles.delete(logs());
        open(path);
    }
}
