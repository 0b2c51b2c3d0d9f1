package org.harmregistry.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All six processes are replaced, one after the other, while clients work through the gateway. */
@Tag("faults")
class RollingRestartIT {

    @RegisterExtension
    static final TwoOfEach two = new TwoOfEach();

    @Test
    void failsNothing() throws Exception {
        SteadyLoad load = SteadyLoad.begin(two.throughGateway(two.token("contributor", "org-rolling")));
        two.suite().eventually(Duration.ofSeconds(20), () -> load.answered() > 40);
        for (String service : TwoOfEach.SERVICES) {
            replaceFirst(service);
        }
        for (String service : TwoOfEach.SERVICES) {
            replaceSecond(service);
        }
        load.finish();

        System.out.printf("a rolling restart under %d requests: %d failed, %d writes sent again%n", load.answered(),
                load.failed().size(), load.sentAgain());
        assertThat(load.failed()).isEmpty();
        load.assertAllThere("org-rolling");
    }

    private static void replaceFirst(String service) throws Exception {
        for (ProcessHandle each : two.suite().processesOf(service)) {
            each.destroy();
            each.onExit().get(40, TimeUnit.SECONDS);
        }
        Suite.Outcome up = two.suite().up("--no-data");
        assertThat(up.exit()).describedAs(up.output()).isZero();
        two.awaitPassedOnTo(List.of(two.firstPort(service)));
    }

    /** Watched closely: not ready while it still answers, then without new connections, and its feeds end whole. */
    private static void replaceSecond(String service) throws Exception {
        Replica leaving = two.second(service);
        Caller caller = two.atSecond(service, null);
        String list = TwoOfEach.COLLECTIONS.get(service) + "?limit=1";
        CompletableFuture<HttpResponse<String>> follower = service.equals("reports-service") ? null
                : caller.follow(TwoOfEach.COLLECTIONS.get(service) + "/changes");
        leaving.process().destroy();

        two.suite().eventually(Duration.ofMillis(1_500), () -> status(new Caller(leaving.readiness(), null), "") == 503);
        assertThat(status(caller, list)).isEqualTo(200);
        two.suite().eventually(Duration.ofSeconds(5), () -> status(caller, list) == 0);
        assertThat(leaving.process().isAlive()).describedAs("it lets what is under way end").isTrue();
        if (follower != null) {
            assertThat(follower.get(20, TimeUnit.SECONDS).body()).describedAs("a feed that ended, not cut").contains("begin");
        }
        leaving.leave();
        leaving.start();
        two.awaitPassedOnTo(List.of(leaving.port()));
    }

    private static int status(Caller caller, String path) {
        try {
            return caller.get(path).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
