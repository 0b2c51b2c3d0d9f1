package org.harmregistry.sources.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.witness.Witnesses.interview;
import static org.harmregistry.sources.witness.Witnesses.interviewOf;
import static org.harmregistry.sources.witness.Witnesses.opened;

import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.harmregistry.sources.testing.Timing;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Whether there is an identity, nobody learns by asking: not from what is answered and not from how long it takes. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class ExistenceTest {

    @Test
    void answersAreTheSameToTheByte() {
        String held = interviewOf("Test person 50");
        opened(held);
        String none = interview();
        String nowhere = "/api/v1/sources/" + UUID.randomUUID();
        for (String path : List.of("/identity", "/identity/openings", "/identity/openings/1", "/identity/openings/1/identity",
                "/identity/shredding")) {
            assertThat(shape(as(Tokens.analyst()).get(held + path), held))
                    .isEqualTo(shape(as(Tokens.analyst()).get(none + path),
                            none));
            String stranger = Tokens.contributor("org-b");
            assertThat(shape(as(stranger).get(held + path), held)).isEqualTo(shape(as(stranger).get(none + path), none))
                    .isEqualTo(shape(as(stranger).get(nowhere + path), nowhere));
            assertThat(shape(as(stranger).header("If-Match", "\"1.sealed\"").body("{}").put(held + path), held))
                    .isEqualTo(shape(as(stranger).header("If-Match", "\"1.sealed\"").body("{}").put(none + path), none));
        }
        assertThat(shape(as(Tokens.analyst()).get(held), held)).isEqualTo(shape(as(Tokens.analyst()).get(none), none));
    }

    /** Status, headers and body, without what names the record, the request or the time. */
    private static String shape(Response answer, String address) {
        String headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .map(header -> header.getName().equalsIgnoreCase("Content-Length") ? header.getName() : header.toString())
                .sorted().toList().toString();
        String body = answer.asString().replace(address.substring(address.lastIndexOf('/') + 1), "ID")
                .replaceAll("\"(traceId|title|recordedAt|updatedAt|canonicalKey)\": ?\"[^\"]*\"", "\"$1\":\"\"");
        return answer.statusCode() + headers + body;
    }

    @Test
    void timesDoNotTellThemApart() {
        String held = interviewOf("Test person 51");
        String none = interview();
        assertThat(Timing.distance(source -> as(Tokens.analyst()).get(source + "/identity").statusCode(), held, none))
                .isLessThan(0.3);
        String stranger = Tokens.contributor("org-b");
        assertThat(Timing.distance(source -> as(stranger).get(source + "/identity").statusCode(), held, none))
                .isLessThan(0.3);
    }
}
