package org.harmregistry.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.harmregistry.local.Fault;
import org.harmregistry.local.StateFiles;

/** The server's programs, unpacked once into the state folder. */
public final class Binaries {

    private static final String PREFIX = "postgresql-binaries-";

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /** Unpacks into a folder named after the archive's checksum, so that a new version never meets old files. */
    public static Binaries in(Path state) {
        String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try {
            Path home = state.resolve(PREFIX + checksum(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return new Binaries(home);
        } catch (IOException e) {
            throw new Fault("The PostgreSQL programs could not be unpacked into " + state + " (" + e.getMessage() + ")",
                    "Free some space there, or set REGISTRY_HOME to a folder on another disk");
        }
    }

    public Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static String archiveName(String system, String architecture) {
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        if (!system.toLowerCase(Locale.ROOT).contains("linux") || !(arm || architecture.equals("amd64"))) {
            throw new Fault("There is no packaged PostgreSQL for " + system + " on " + architecture,
                    "Set POSTGRES_URL to a server of your own (postgresql://user:password@host:5432/postgres)");
        }
        return arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
    }

    private static String checksum(String archive) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(open(archive), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(sum.getValue());
    }

    private static InputStream open(String archive) throws IOException {
        InputStream in = Binaries.class.getClassLoader().getResourceAsStream(archive);
        if (in == null) {
            throw new IOException(archive + " is not on the class path");
        }
        return new BufferedInputStream(in, 1 << 16);
    }

    private static void unpack(String archive, Path home) throws IOException {
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        StateFiles.delete(partial);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, partial);
            }
        }
        Files.move(partial, home);
    }

    private static void extract(InputStream content, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
