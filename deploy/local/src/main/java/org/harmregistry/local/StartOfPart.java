package org.harmregistry.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.harmregistry.local.process.DetachedProcess;
import org.harmregistry.local.process.Pause;
import org.harmregistry.local.process.ProcessIdentity;

/** Brings one part to answering: leaves it alone if it already does, starts it if it is dead, out of date or deaf. */
final class StartOfPart {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration LONGEST_FOR_RUNNING = Duration.ofSeconds(5);
    private static final Duration LONGEST_FOR_PORT = Duration.ofSeconds(20);
    private static final Duration LONGEST_FOR_USERS = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String KILLED_CHILDREN = "pre-existing shared memory block";
    private static final int ATTEMPTS = 3;

    private final StateFolder state;
    private final Progress progress;

    StartOfPart(StateFolder state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    void run(Part part) {
        Optional<PartRecord> record = PartRecord.read(state, part.name());
        if (!part.isOurs()) {
            useUsers(part, record);
        } else if (record.filter(PartRecord::runs).isPresent() && mayStay(part, record.get())) {
            progress.say(part.name(), "already runs (process " + record.get().process().pid() + ", port "
                    + part.endpoint().port() + ")");
        } else {
            start(part, 1);
        }
    }

    private boolean mayStay(Part part, PartRecord record) {
        String reason;
        if (!record.settings().equals(part.settings())) {
            reason = "was built or set anew";
        } else if (!answersWithin(part, record.process(), LONGEST_FOR_RUNNING)) {
            reason = "runs but does not answer";
        } else {
            return true;
        }
        progress.say(part.name(), reason + ", so it is stopped first");
        StopOfPart.stop(part.name(), record);
        return false;
    }

    private void useUsers(Part part, Optional<PartRecord> former) {
        former.filter(PartRecord::runs).ifPresent(record -> StopOfPart.stop(part.name(), record));
        String variable = part.name().replacedBy();
        if (!Pause.until(part.answers(), LONGEST_FOR_USERS, PAUSE)) {
            throw new Fault("The server of " + variable + " at " + part.endpoint().host() + ":" + part.endpoint().port()
                    + " does not let us in", "Start it and check user and password, or unset " + variable);
        }
        part.whenAnswering().run();
        new PartRecord(part.endpoint(), null, part.settings()).write(state, part.name());
        progress.say(part.name(), "is the server of " + variable);
    }

    private void start(Part part, int attempt) {
        Instant begin = Instant.now();
        part.beforeStart().run();
        requireFree(part);
        ProcessIdentity process = DetachedProcess.start(part.command(), part.environment(), Settings.OWN_VARIABLES,
                state.log(part.name().text()));
        new PartRecord(part.endpoint(), process, part.settings()).write(state, part.name());
        if (!answersWithin(part, process, LONGEST)) {
            TellingLine line = TellingLine.of(state.log(part.name().text()), "See "
                    + state.log(part.name().text()) + ", then run deploy/up again");
            if (line.text().contains(KILLED_CHILDREN) && attempt < ATTEMPTS) {
                Pause.of(Duration.ofSeconds(2));
                start(part, attempt + 1);
                return;
            }
            throw fault(part, process, line);
        }
        part.whenAnswering().run();
        progress.say(part.name(), String.format(Locale.ROOT, "ready on port %d after %.1f s (process %d)",
                part.endpoint().port(), Progress.seconds(begin), process.pid()));
    }

    private static Fault fault(Part part, ProcessIdentity process, TellingLine line) {
        String what = process.isAlive() ? " did not get ready within " + LONGEST.toSeconds() + " s: "
                : " ended while starting: ";
        return new Fault(part.name().text() + what + line.text(), line.remedy());
    }

    /** A killed process, and what is left of its connections, may hold its port for a while longer than it lives. */
    private static void requireFree(Part part) {
        if (!Pause.until(() -> Ports.isFree(part.endpoint().port()), LONGEST_FOR_PORT, PAUSE)) {
            throw part.name() == PartName.GATEWAY
                    ? gatewayPortTaken(part.endpoint().port())
                    : new PortTaken(part.endpoint().port(), part.name());
        }
    }

    /** The one port that is not ours to choose. */
    static Fault gatewayPortTaken(int port) {
        return new Fault("Port " + port + " for the gateway is in use by another program",
                "End that program, or choose another port: GATEWAY_PORT=" + (port + 1) + " deploy/up");
    }

    private static boolean answersWithin(Part part, ProcessIdentity process, Duration patience) {
        return Pause.until(() -> !process.isAlive() || part.answers().getAsBoolean(), patience, PAUSE) && process.isAlive();
    }
}
