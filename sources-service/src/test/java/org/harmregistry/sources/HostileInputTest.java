package org.harmregistry.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import org.harmregistry.kit.testing.HostileRequests;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** Whatever is sent to whichever operation: a clear problem or whole success. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class HostileInputTest {

    @TestHTTPResource
    URI server;

    @Test
    void answersEverythingCleanly() throws IOException, InterruptedException {
        String id = RestAssured.given().auth().oauth2(Tokens.contributor("hostile")).contentType("application/json")
                .body("{\"kind\":\"article\",\"title\":\"Article\",\"url\":\"https://example.org/hostile\"}")
                .post("/api/v1/sources").then().statusCode(201).extract().path("id");

        assertThat(HostileRequests.against(server, Path.of("contract/openapi.json"), Tokens.analyst(),
                Map.of("/api/v1/sources/{id}", "/api/v1/sources/" + id))).isEmpty();
    }
}
