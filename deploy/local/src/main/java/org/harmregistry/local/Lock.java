package org.harmregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Lets one command at a time start or stop parts; the system gives it back however the command ends. */
final class Lock {

    private Lock() {
    }

    /** Does the work alone, or refuses at once if another command is at work on the same state folder. */
    static void during(StateFolder state, Runnable work) {
        try (FileChannel channel = FileChannel.open(state.run().resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw new Fault("Another deploy/up or deploy/down is at work on " + state.path(),
                        "Wait until it is done, or end it with Ctrl-C in its terminal");
            }
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
