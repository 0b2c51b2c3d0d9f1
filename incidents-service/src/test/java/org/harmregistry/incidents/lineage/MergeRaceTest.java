package org.harmregistry.incidents.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.lineage.LineageApi.merge;
import static org.harmregistry.incidents.lineage.LineageApi.mergeBody;
import static org.harmregistry.incidents.lineage.LineageApi.shown;
import static org.harmregistry.incidents.lineage.LineageApi.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Merges side by side: each record ends in one place, and nobody waits for ever. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class MergeRaceTest {

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(25);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void letsOneOfFiftyMergesOfOneRecordWin() throws Exception {
        String one = shown("race");
        String tag = tag(one);
        List<String> others = List.of(shown("race"), shown("race"));

        List<Integer> statuses = atOnce(
                IntStream.range(0, 50).<Callable<Integer>> mapToObj(i -> () -> merge(Tokens.analyst(), one,
                        tag, mergeBody(others.get(i % 2))).statusCode()).toList());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(409).hasSize(49);
        long speaking = others.stream().filter(other -> as(Tokens.analyst()).get(INCIDENTS + "/" + other)
                .<List<String>> path("lineage.mergedFrom") != null).count();
        assertThat(speaking).isEqualTo(1);
    }

    @Test
    void endsInNoCircleWhateverIsMergedIntoWhat() throws Exception {
        List<String> ids = IntStream.range(0, 6).mapToObj(i -> shown("race")).toList();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String one = ids.get(i % 6);
            String other = ids.get((i * 5 + 1) % 6 == i % 6 ? (i + 1) % 6 : (i * 5 + 1) % 6);
            calls.add(i % 5 == 4 ? () -> patch(Tokens.analyst(), one, tag(one), "{\"summary\":\"s" + System.nanoTime() + "\"}")
                    .statusCode() : () -> merge(one, other).statusCode());
        }

        List<Integer> statuses = atOnce(calls);

        assertThat(statuses).allMatch(status -> List.of(200, 409, 412).contains(status)).contains(200);
        List<String> standing = ids.stream().filter(id -> as(Tokens.analyst()).redirects().follow(false)
                .get(INCIDENTS + "/" + id).statusCode() == 200).toList();
        assertThat(standing).isNotEmpty();
        List<String> spokenFor = new ArrayList<>();
        for (String id : standing) {
            List<String> from = as(Tokens.analyst()).get(INCIDENTS + "/" + id).path("lineage.mergedFrom");
            spokenFor.addAll(from == null ? List.of() : from);
        }
        assertThat(spokenFor).doesNotHaveDuplicates().hasSize(6 - standing.size()).doesNotContainAnyElementsOf(standing);
    }
}
