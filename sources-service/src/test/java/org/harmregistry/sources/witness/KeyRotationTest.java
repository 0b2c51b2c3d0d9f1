package org.harmregistry.sources.witness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;
import static org.harmregistry.sources.witness.Witnesses.FIRST;
import static org.harmregistry.sources.witness.Witnesses.interviewOf;
import static org.harmregistry.sources.witness.Witnesses.opened;
import static org.harmregistry.sources.witness.Witnesses.post;
import static org.harmregistry.sources.witness.Witnesses.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.harmregistry.sources.testing.WitnessKeys;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Keys are changed while they are used; and what happens when the operator's file is not there or not private. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class KeyRotationTest {

    @Test
    void keysRotateUnderLoadWithoutOneFailure() throws Exception {
        String before = interviewOf("Test person 40");
        String opening = opened(before);
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<List<Integer>>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(clients.submit(() -> use(go, opening)));
        }
        String old = primary("wrapping");
        String name = "second-" + unique();
        WitnessKeys.write(WitnessKeys.content().replace("wrapping.primary=" + old, "wrapping.primary=" + name)
                + "wrapping." + name + "=" + WitnessKeys.random() + "\n");

        await(() -> wraps(old) == 0);
        assertThat(wraps(name)).isPositive();
        WitnessKeys.write(WitnessKeys.content().replaceAll("wrapping\\." + old + "=.*\n", ""));
        Thread.sleep(500);
        go.set(false);
        for (Future<List<Integer>> client : running) {
            assertThat(client.get(20, SECONDS)).isNotEmpty().containsOnly(200, 201);
        }
        clients.shutdown();

        read(opening, FIRST).then().statusCode(200).body("names[0].name", equalTo("Test person 40"));
        as(Tokens.analyst()).get("/api/v1/sources/identity-keys").then().spec(problem(403, "forbidden"));
    }

    private static List<Integer> use(AtomicBoolean go, String opening) {
        List<Integer> codes = new ArrayList<>();
        while (go.get()) {
            codes.add(read(opening, FIRST).statusCode());
            String source = Witnesses.interview();
            codes.add(Witnesses.put(source, Witnesses.OWN, Witnesses.person("Test person 41")).statusCode());
            codes.add(post(source + "/identity/openings", FIRST, "r").statusCode());
        }
        return codes;
    }

    private static long wraps(String name) {
        Number count = as(FIRST).get("/api/v1/sources/identity-keys").then().statusCode(200).extract()
                .path("items.find { it.name == '" + name + "' }.wraps");
        return count.longValue();
    }

    private static String primary(String kind) throws IOException {
        return WitnessKeys.content().lines().filter(line -> line.startsWith(kind + ".primary=")).findFirst().orElseThrow()
                .substring((kind + ".primary=").length());
    }

    @Test
    void aNameIsFoundHoweverItIsWrittenAndWhicheverKeyIndexedIt() throws Exception {
        String name = "Test Pérson " + unique();
        String source = interviewOf(name);
        search(FIRST, name.toUpperCase().replace("É", "E").replace(" ", "  ")).then().statusCode(200)
                .body("items.source", contains(idOf(source)));
        search(FIRST, name + " x").then().body("items", empty());
        search(Tokens.analyst(), name).then().spec(problem(403, "forbidden"));

        String old = primary("index");
        String fresh = "index-" + unique();
        WitnessKeys.write(WitnessKeys.content().replace("index.primary=" + old, "index.primary=" + fresh)
                + "index." + fresh + "=" + WitnessKeys.random() + "\n");
        search(FIRST, name).then().body("items.source", contains(idOf(source)));
        String both = WitnessKeys.content();
        await(() -> {
            WitnessKeys.write(both.replaceAll("index\\." + old + "=.*\n", ""));
            int found = search(FIRST, name).path("items.size()");
            WitnessKeys.write(both);
            return found == 1;
        });
    }

    private static io.restassured.response.Response search(String token, String name) {
        return as(token).body("{\"name\": \"" + name + "\"}").post("/api/v1/sources/identity-searches");
    }

    @Test
    void withoutTheOperatorsFileIdentitiesCannotBeReachedAndAllElseCan() throws IOException {
        String source = interviewOf("Test person 42");
        String opening = opened(source);
        Files.setPosixFilePermissions(WitnessKeys.file(), PosixFilePermissions.fromString("rw-r--r--"));
        try {
            read(opening, FIRST).then().spec(problem(503, "keys_unavailable"));
            as(Witnesses.OWN).get(source).then().statusCode(200);
            as(Tokens.analyst()).get(source + "/identity").then().spec(problem(403, "forbidden"));
        } finally {
            Files.setPosixFilePermissions(WitnessKeys.file(), PosixFilePermissions.fromString("rw-------"));
        }
        read(opening, FIRST).then().statusCode(200);
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(Check check) throws Exception {
        for (int i = 0; i < 150 && !check.holds(); i++) {
            Thread.sleep(200);
        }
        assertThat(check.holds()).isTrue();
    }
}
