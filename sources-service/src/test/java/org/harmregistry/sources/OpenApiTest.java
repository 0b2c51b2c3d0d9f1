package org.harmregistry.sources;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.ApiDocument;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** The committed API document is the one that is served; {@code -Dopenapi.update=true} writes it anew. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class OpenApiTest {

    private static String served() {
        return given().queryParam("format", "JSON").get("/api/v1/openapi/sources").then().statusCode(200).extract()
                .asString().strip() + "\n";
    }

    @Test
    void theCommittedDocumentIsTheOneServed() {
        ApiDocument.check("sources");
    }

    @Test
    void everyOperationSaysWhatItIsAndHowItRefuses() {
        JsonPath document = JsonPath.from(served());
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");

        assertThat(document.getString("openapi")).isEqualTo("3.1.0");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            String at = method + " " + path;
            assertThat(path).as(at).startsWith("/api/v1/");
            assertThat(operation.get("operationId")).as(at).isNotNull();
            assertThat(operation.get("summary")).as(at).isNotNull();
            assertThat((List<?>) operation.get("tags")).as(at).isNotEmpty();
            assertThat(((Map<?, ?>) operation.get("responses")).keySet()).as(at).hasSizeGreaterThan(2).map(String::valueOf)
                    .contains("400", "401", "503");
        }));
    }
}
