package org.harmregistry.local;

import java.time.Duration;

import org.harmregistry.local.process.DetachedProcess;

/** Ends one part: asked first, killed if it does not listen. */
final class StopOfPart {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private StopOfPart() {
    }

    /** @return false if it had to be killed */
    static boolean stop(PartName name, PartRecord record) {
        // To PostgreSQL TERM means to wait for its clients, INT to end their sessions.
        return DetachedProcess.stop(record.process(), name == PartName.POSTGRESQL ? "INT" : "TERM", PATIENCE);
    }
}
