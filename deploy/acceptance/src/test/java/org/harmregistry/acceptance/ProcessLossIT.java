package org.harmregistry.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each process of the suite with two of each service is killed under load: what was acknowledged is there, whole and once. */
@Tag("faults")
class ProcessLossIT {

    @RegisterExtension
    static final TwoOfEach two = new TwoOfEach();

    static Stream<String> processes() {
        return Stream.concat(Stream.of("postgresql", "mongodb", "issuer", "nginx"),
                TwoOfEach.SERVICES.stream().flatMap(service -> Stream.of("first " + service, "second " + service)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void nothingAcknowledgedIsLost(String killed) throws Exception {
        String organisation = "org-" + killed.replace(' ', '-');
        Caller caller = two.throughGateway(two.token("contributor", organisation));
        two.awaitAll();
        SteadyLoad load = SteadyLoad.begin(caller);
        two.suite().eventually(Duration.ofSeconds(20), () -> load.answered() > 40);

        kill(killed);
        if (killed.endsWith("-service")) {
            int answered = load.answered();
            two.suite().eventually(Duration.ofSeconds(30), () -> load.answered() > answered + 20);
        }
        startAgain(killed);
        int atWork = load.answered();
        two.suite().eventually(Duration.ofSeconds(30), () -> load.answered() > atWork + 40);
        load.finish();

        System.out.printf("%s killed under %d requests: %d that may be repeated failed, %d writes sent again%n", killed,
                load.answered(), load.failed().size(), load.sentAgain());
        if (killed.endsWith("-service")) {
            assertThat(load.failed()).describedAs("the other replica answers").isEmpty();
        }
        load.assertAllThere(organisation);
    }

    private static void kill(String killed) {
        List<ProcessHandle> processes;
        if (killed.startsWith("second ")) {
            processes = List.of(two.second(killed.substring("second ".length())).process());
        } else if (killed.equals("nginx")) {
            processes = two.nginx().processes();
        } else {
            processes = two.suite().processesOf(killed.replace("first ", ""));
        }
        processes.forEach(process -> two.suite().shell("kill", "-KILL", Long.toString(process.pid())));
    }

    private static void startAgain(String killed) throws Exception {
        if (killed.startsWith("second ")) {
            two.second(killed.substring("second ".length())).start();
        } else if (killed.equals("nginx")) {
            two.nginx().start();
        } else {
            Suite.Outcome up = two.suite().up("--no-data");
            assertThat(up.exit()).describedAs(up.output()).isZero();
        }
        two.awaitAll();
    }
}
