package org.harmregistry.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts processes that neither Ctrl-C in the terminal nor the launcher's end reaches, and stops them by their identity. */
public final class DetachedProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private DetachedProcess() {
    }

    /**
     * Starts the command with its output in the log, which is begun anew; the former log stays beside it.
     *
     * @param without names of variables that the process must not inherit
     */
    public static ProcessIdentity start(List<String> command, Map<String, String> environment, Set<String> without, Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(detached(command))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectErrorStream(true);
            builder.environment().keySet().removeAll(without);
            builder.environment().putAll(environment);
            long pid = builder.start().pid();
            return ProcessIdentity.of(pid).orElse(new ProcessIdentity(pid, "ended at once"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session of its own where the system has the program for it, else deaf to the terminal's signals. */
    private static List<String> detached(List<String> command) {
        List<String> line = new ArrayList<>(Files.isExecutable(SETSID)
                ? List.of(SETSID.toString())
                : List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "sh"));
        line.addAll(command);
        return line;
    }

    /** Sends a signal by name (TERM, INT, KILL), if the process is still the one meant. */
    public static void signal(ProcessIdentity process, String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Asks the process to end, waits, and kills it if it does not. One that was halted is let go on, or it would not hear.
     *
     * @return false if it had to be killed
     */
    public static boolean stop(ProcessIdentity process, String signal, Duration patience) {
        signal(process, signal);
        signal(process, "CONT");
        if (endsWithin(process, patience)) {
            return true;
        }
        signal(process, "KILL");
        endsWithin(process, Duration.ofSeconds(5));
        return false;
    }

    private static boolean endsWithin(ProcessIdentity process, Duration patience) {
        return Pause.until(() -> !process.isAlive(), patience, PAUSE);
    }
}
