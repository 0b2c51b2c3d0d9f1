package org.harmregistry.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.mongo.MongoPing;
import org.harmregistry.local.mongo.MongoStandIn;
import org.harmregistry.local.process.DetachedProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real part, the quickest to start, in a state folder of the test. */
class StartOfPartTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final int port = Ports.anyFree();
    private StateFolder state;
    private StartOfPart start;

    @BeforeEach
    void prepare() {
        state = StateFolder.open(home);
        start = new StartOfPart(state, new Progress(new PrintStream(printed)));
    }

    @AfterEach
    void stop() {
        PartRecord.read(state, PartName.MONGODB).filter(PartRecord::runs)
                .ifPresent(record -> StopOfPart.stop(PartName.MONGODB, record));
    }

    @Test
    void leavesAloneWhatAnswersAndStartsWhatIsDead() {
        start.run(part("1"));
        PartRecord first = record();
        start.run(part("1"));
        assertThat(record()).isEqualTo(first);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("already runs (process " + first.process().pid());

        DetachedProcess.signal(first.process(), "KILL");
        while (first.runs()) {
            Thread.onSpinWait();
        }
        start.run(part("1"));

        assertThat(record().process()).isNotEqualTo(first.process());
        assertThat(MongoPing.answers("127.0.0.1", port)).isTrue();
    }

    @Test
    void startsAnewWhatWasBuiltAnewOrIsHalted() {
        start.run(part("1"));
        PartRecord first = record();
        start.run(part("2"));
        PartRecord second = record();
        assertThat(second.process()).isNotEqualTo(first.process());
        assertThat(first.runs()).isFalse();

        DetachedProcess.signal(second.process(), "STOP");
        start.run(part("2"));

        assertThat(record().process()).isNotEqualTo(second.process());
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("was built or set anew", "runs but does not answer");
    }

    @Test
    void tellsTheCauseOfACrashAndARemedy() {
        Part crashing = new Part(PartName.MONGODB, Endpoint.local(port),
                List.of("/bin/sh", "-c",
                        "echo starting; echo 'FATAL: could not write: No space left on device'; echo bye; exit 3"),
                Map.of(), "", () -> {
                }, () -> false, () -> {
                });

        assertThatThrownBy(() -> start.run(crashing)).isInstanceOf(Fault.class)
                .hasMessage("mongodb ended while starting: FATAL: "
                        + "could not write: No space left on device. Free some space, then run deploy/up again.");
    }

    @Test
    void saysThatItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start.run(part("1"))).isInstanceOf(Fault.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for mongodb is in use");
        }
    }

    private Part part(String artefact) {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"), MongoStandIn.class.getName(), String.valueOf(port),
                home.resolve("data/store").toString());
        return new Part(PartName.MONGODB, Endpoint.local(port), command, Map.of(), artefact, () -> {
        }, () -> MongoPing.answers("127.0.0.1", port), () -> {
        });
    }

    private PartRecord record() {
        return PartRecord.read(state, PartName.MONGODB).orElseThrow();
    }
}
