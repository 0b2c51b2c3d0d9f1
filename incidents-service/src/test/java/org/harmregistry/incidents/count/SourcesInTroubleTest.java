package org.harmregistry.incidents.count;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.harmregistry.incidents.count.CountTest.citation;
import static org.harmregistry.incidents.count.CountTest.counts;
import static org.harmregistry.incidents.count.CountTest.derive;
import static org.harmregistry.incidents.count.CountTest.incident;
import static org.harmregistry.incidents.count.CountTest.page;
import static org.harmregistry.incidents.count.CountTest.sourcesAnswer;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.kit.testing.Problems.problem;

import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The neighbour is away, slow, refusing, talking nonsense, never ending: the last derivation stands, and soon. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Sources.class, scope = TestResourceScope.GLOBAL)
class SourcesInTroubleTest {

    private static final String AUTHOR = Tokens.contributor("counts");

    @Test
    void letsTheLastDerivationStandWhileTheSourcesAreInTrouble() {
        String id = incident();
        sourcesAnswer(id, "known", page(null, citation(new UUID(1, 1), "supports",
                "{\"killed\":{\"civilians\":{\"min\":5,\"max\":5}}}")));
        derive(Tokens.analyst(), id, "*").then().statusCode(200);
        for (String trouble : new String[] { "503", "403", "silent", "cut", "endless", "no json", "[]", "{\"items\":null}",
                "{\"items\":[{\"id\":\"x\"}]}", page("more", citation(new UUID(1, 1), "supports",
                        "{\"killed\":{\"civilians\":{\"min\":9,\"max\":5}}}")) }) {
            sourcesAnswer(id, "known", trouble);
            derive(Tokens.analyst(), id, "\"2.full\"").then().statusCode(200).time(lessThan(9_000L))
                    .body("sources", equalTo("unavailable")).body("killed.civilians.max", equalTo(5));
        }
        derive(Tokens.analyst(), id, "\"1.full\"").then().spec(problem(412, "version_stale"));
        counts(Tokens.analyst(), id).then().statusCode(200).body("sources", equalTo("unavailable")).body("claims", hasSize(1));
        as(AUTHOR).get(INCIDENTS + "/" + id).then().body("version", equalTo(2));
        String never = incident();
        sourcesAnswer(never, "known", "503");
        derive(Tokens.analyst(), never, "*").then().spec(problem(503, "neighbour_unavailable")).header("Retry-After", "2");
    }
}
