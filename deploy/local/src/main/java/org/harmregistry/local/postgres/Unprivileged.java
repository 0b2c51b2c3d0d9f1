package org.harmregistry.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.Fault;
import org.harmregistry.local.process.Run;

/**
 * How the server is run by a launcher that is root, which PostgreSQL refuses to be: as the user {@code nobody} if that
 * user can reach the folders, else as an unmapped user in a user namespace of its own.
 */
final class Unprivileged {

    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
            "--clear-groups", "--no-new-privs", "--");
    private static final List<String> IN_NAMESPACE = List.of("unshare", "-U", "--");

    private final List<String> prefix;
    private final boolean asNobody;

    private Unprivileged(List<String> prefix, boolean asNobody) {
        this.prefix = prefix;
        this.asNobody = asNobody;
    }

    /** Decides by trying; an existing data folder stays with the way that made it, since only its owner may open it. */
    static Unprivileged forCluster(Path folder, Path program) {
        if (owner(Path.of("/proc/self")) != 0) {
            return new Unprivileged(List.of(), false);
        }
        boolean begun = Files.exists(folder.resolve("data"));
        boolean nobodys = begun && owner(folder.resolve("data")) == NOBODY;
        boolean mayBeNobody = (!begun || nobodys) && works(AS_NOBODY, program) && reaches(folder);
        if (mayBeNobody) {
            return new Unprivileged(AS_NOBODY, true);
        }
        if (!nobodys && works(IN_NAMESPACE, program)) {
            return new Unprivileged(IN_NAMESPACE, false);
        }
        throw new Fault("PostgreSQL does not run as root, and this system lets root neither start it as user " + NOBODY
                + " (who cannot reach " + folder + ") nor in a user namespace",
                "Run deploy/up as an ordinary user, or set POSTGRES_URL to a server of your own");
    }

    List<String> command(List<String> command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }

    /** Hands a folder of ours to the user that the server will run as. */
    void own(Path folder) {
        if (asNobody) {
            try {
                Files.setAttribute(folder, "unix:uid", NOBODY);
                Files.setAttribute(folder, "unix:gid", NOBODY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean works(List<String> prefix, Path program) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(program.toString(), "--version"));
        return Run.of(line, Map.of()).succeeded();
    }

    private static boolean reaches(Path folder) {
        List<String> line = new ArrayList<>(AS_NOBODY);
        line.addAll(List.of("test", "-d", folder + "/."));
        return Run.of(line, Map.of()).succeeded();
    }

    private static int owner(Path file) {
        try {
            return (Integer) Files.getAttribute(file, "unix:uid");
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }
}
