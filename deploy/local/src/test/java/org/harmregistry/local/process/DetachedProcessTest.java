package org.harmregistry.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedProcessTest {

    @TempDir
    Path folder;

    @Test
    void runsInASessionOfItsOwn() throws Exception {
        ProcessIdentity process = start("sleep 30");
        String session = Run.of(List.of("ps", "-o", "sid=", "-p", String.valueOf(process.pid())), Map.of()).output();

        assertThat(session.strip()).isEqualTo(String.valueOf(process.pid()));
        assertThat(DetachedProcess.stop(process, "TERM", Duration.ofSeconds(5))).isTrue();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void killsWhatDoesNotListenAndWakesWhatIsHalted() {
        ProcessIdentity deaf = start("trap '' TERM; while true; do sleep 0.1; done");
        ProcessIdentity halted = start("sleep 30");
        Pause.of(Duration.ofMillis(200));
        DetachedProcess.signal(halted, "STOP");

        assertThat(DetachedProcess.stop(deaf, "TERM", Duration.ofMillis(300))).isFalse();
        assertThat(deaf.isAlive()).isFalse();
        assertThat(DetachedProcess.stop(halted, "TERM", Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void signalsNobodyWhoMerelyHasTheNumber() {
        ProcessIdentity process = start("sleep 30");
        ProcessIdentity former = new ProcessIdentity(process.pid(), process.started() + "0");

        assertThat(DetachedProcess.stop(former, "KILL", Duration.ofSeconds(1))).isTrue();

        assertThat(process.isAlive()).isTrue();
        DetachedProcess.stop(process, "TERM", Duration.ofSeconds(5));
    }

    @Test
    void hidesVariablesAndKeepsTheFormerLog() throws Exception {
        Path log = folder.resolve("log");
        Files.writeString(log, "former");
        ProcessIdentity process = DetachedProcess.start(List.of("/bin/sh", "-c", "echo \"$GIVEN ${HOME-none}\""),
                Map.of("GIVEN", "here"), Set.of("HOME"), log);
        while (process.isAlive()) {
            Pause.of(Duration.ofMillis(20));
        }

        assertThat(Files.readString(log)).isEqualTo("here none\n");
        assertThat(Files.readString(folder.resolve("log.1"))).isEqualTo("former");
    }

    private ProcessIdentity start(String script) {
        return DetachedProcess.start(List.of("/bin/sh", "-c", script.startsWith("trap") ? script : "exec " + script), Map.of(),
                Set.of(), folder.resolve("log"));
    }
}
