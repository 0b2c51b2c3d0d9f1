package org.harmregistry.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.Fault;
import org.harmregistry.local.StateFiles;
import org.harmregistry.local.process.DetachedProcess;
import org.harmregistry.local.process.ProcessIdentity;
import org.harmregistry.local.process.Run;

/** One PostgreSQL data folder: made once, run as a server that has a commit on disk before it says so. */
public final class Cluster {

    public static final String SUPERUSER = "postgres";

    /**
     * The first three are the defaults, and named so that nobody's idea of a faster test turns them off unseen.
     * Connections are for two replicas of each service, whose pools may grow to 16, and some that end.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"), Map.entry("synchronous_commit", "on"), Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"), Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "140"), Map.entry("shared_buffers", "64MB"), Map.entry("max_wal_size", "512MB"),
            Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"), Map.entry("jit", "off"),
            Map.entry("lc_messages", "C"));

    private final Path folder;
    private final Path data;
    private final Binaries binaries;
    private final Unprivileged user;

    /** @param folder holds the data folder and nothing of anyone else */
    public Cluster(Path folder, Binaries binaries) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.binaries = binaries;
        this.user = Unprivileged.forCluster(create(folder), binaries.program("postgres"));
    }

    /** Makes the data folder if there is none; one that was left half made is made again. */
    public void initialise(String superuserPassword) {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path partial = folder.resolve("data.partial");
        StateFiles.delete(partial);
        user.own(folder);
        Path password = folder.resolve("password.tmp");
        try {
            Files.deleteIfExists(password);
            Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, superuserPassword);
            user.own(password);
            initdb(partial, password);
            Files.deleteIfExists(password);
            Files.move(partial, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The builtin provider sorts and folds the same on every system; only the classes of characters come from the C library.
     */
    private void initdb(Path target, Path password) {
        Run run = initdb(target, password, "C.UTF-8");
        if (!run.succeeded() && run.output().contains("invalid locale")) {
            StateFiles.delete(target);
            run = initdb(target, password, "C");
        }
        if (!run.succeeded()) {
            throw new Fault("PostgreSQL's data folder could not be made: " + lastLine(run.output()),
                    "Free space below " + folder + " or set POSTGRES_URL to a server of your own");
        }
    }

    private Run initdb(Path target, Path password, String locale) {
        return Run.of(user.command(List.of(binaries.program("initdb").toString(), "-D", target.toString(),
                "--username=" + SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8",
                "--locale=" + locale, "--locale-provider=builtin", "--builtin-locale=C.UTF-8")), Map.of("TZ", "UTC"));
    }

    public List<String> command(int port) {
        List<String> line = new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", data.toString(),
                "-p", String.valueOf(port)));
        SETTINGS.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(setting -> line.addAll(List.of("-c", setting.getKey() + "=" + setting.getValue())));
        return user.command(line);
    }

    /**
     * Clears what a killed server left behind. Its pid file stops the next start if the number was given to another
     * process meanwhile; a server of this folder that still runs unknown to us is ended first.
     */
    public void clearRemains() {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return;
            }
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            if (serves(pid)) {
                ProcessIdentity.of(pid).ifPresent(server -> DetachedProcess.stop(server, "INT", Duration.ofSeconds(20)));
            }
            Files.deleteIfExists(file);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean serves(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            return line.contains("postgres\0-D\0" + data + "\0");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(String output) {
        return output.lines().filter(line -> line.contains("error") || line.contains("FATAL")).findFirst()
                .orElse(output.lines().reduce("", (first, second) -> second));
    }
}
