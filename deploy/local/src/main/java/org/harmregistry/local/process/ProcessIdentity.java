package org.harmregistry.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process and the mark of its start. Process numbers are given again, so no process is ever signalled by its number
 * alone.
 *
 * @param pid the process's number
 * @param started boot and clock tick of its start where the kernel tells, else the instant
 */
public record ProcessIdentity(long pid, String started) {

    private static final Path PROC = Path.of("/proc");
    private static final int STATE_FIELD = 0;
    private static final int START_FIELD = 19;

    /** Empty if no such process lives; one that has ended but was not collected by its parent does not live. */
    public static Optional<ProcessIdentity> of(long pid) {
        return Files.isDirectory(PROC.resolve("self")) ? fromProc(pid) : fromHandle(pid);
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    private static Optional<ProcessIdentity> fromProc(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            // The second field is the program's name in brackets and may hold anything; fields are counted after it.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (fields[STATE_FIELD].equals("Z") || fields[STATE_FIELD].equals("X")) {
                return Optional.empty();
            }
            String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).trim();
            return Optional.of(new ProcessIdentity(pid, boot + "/" + fields[START_FIELD]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessIdentity> fromHandle(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .map(handle -> new ProcessIdentity(pid, handle.info().startInstant().map(Instant::toString).orElse("")));
    }
}
