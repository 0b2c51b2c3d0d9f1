package org.harmregistry.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import org.harmregistry.kit.testing.HostileRequests;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever is sent to whichever operation: a clear problem or whole success. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class HostileInputTest {

    @TestHTTPResource
    URI server;

    @Test
    void answersEverythingCleanly() throws IOException, InterruptedException {
        String id = publicIncident("hostile", body("\"place\":{\"country\":\"SY\"},\"parties\":[{\"party\":\"alliance-t\","
                + "\"role\":\"known\"}]"));

        assertThat(HostileRequests.against(server, Path.of("contract/openapi.json"), Tokens.analyst(),
                Map.of("/api/v1/incidents/{id}", "/api/v1/incidents/" + id,
                        "/api/v1/parties/{slug}", "/api/v1/parties/alliance-t")))
                .isEmpty();
    }
}
