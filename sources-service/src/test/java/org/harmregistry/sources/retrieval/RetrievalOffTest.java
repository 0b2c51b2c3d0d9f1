package org.harmregistry.sources.retrieval;

import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Nobody has switched fetching on. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class RetrievalOffTest {

    @Test
    void fetchingIsOffByDefault() {
        String source = create(article("Not fetched", "\"url\": \"https://example.org/page\"")).header("Location");

        as(Tokens.analyst()).body("{}").post(source + "/retrieval").then().spec(problem(409, "fetching_is_off"));
        as(Tokens.contributor("org-a")).body("{}").post(source + "/retrieval").then().spec(problem(403, "forbidden"));
    }
}
