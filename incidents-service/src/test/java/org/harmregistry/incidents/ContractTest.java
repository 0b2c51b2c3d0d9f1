package org.harmregistry.incidents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.harmregistry.kit.testing.ApiDocument;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ContractTest {

    @Test
    void servesTheDocumentThatIsCommitted() {
        ApiDocument.check("incidents");
    }

    /** Which refusals there can be is what the conventions of the API say of each kind of request. */
    @Test
    void namesEveryRefusalThatAnOperationCanMeet() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            Set<String> expected = new TreeSet<>(Set.of("400", "401", "406", "422", "503"));
            if (!method.equals("get")) {
                expected.addAll(Set.of("403", "409", "411", "413", "415"));
            }
            if (headers(operation).contains("If-Match") || Set.of("put", "patch").contains(method)) {
                expected.addAll(Set.of("412", "428"));
            }
            if (method.equals("get") && path.endsWith("/changes")) {
                expected.add("410");
            }
            if (path.contains("{")) {
                expected.add("404");
            }
            assertThat(((Map<?, ?>) operation.get("responses")).keySet()).as("%s %s", method, path)
                    .extracting(String::valueOf).containsAll(expected);
        }));
        assertThat(paths.get(INCIDENTS + "/{id}/merge").get("post")).satisfies(merge -> assertThat(headers(merge))
                .contains("If-Match"));
    }

    private static JsonPath document() {
        return given().accept("application/json").queryParam("format", "json").get("/api/v1/openapi/incidents").jsonPath();
    }

    @SuppressWarnings("unchecked")
    private static List<String> headers(Map<String, Object> operation) {
        return ((List<Map<String, Object>>) operation.getOrDefault("parameters", List.of())).stream()
                .filter(parameter -> "header".equals(parameter.get("in"))).map(parameter -> (String) parameter.get("name"))
                .toList();
    }
}
