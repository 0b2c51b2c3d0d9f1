package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.harmregistry.kit.testing.ApiDocument;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The committed document of the API is the one that is served; renew it with {@code -Dopenapi.update=true}. */
@ServiceTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("contract", "openapi.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void servesWhatIsCommitted() {
        ApiDocument.check("reports");
    }

    @Test
    void namesAndDescribesEachOperation() throws IOException {
        JsonNode paths = MAPPER.readTree(COMMITTED.toFile()).get("paths");
        assertThat(paths.fieldNames()).toIterable().allMatch(path -> path.startsWith("/api/v1/"));
        paths.forEach(path -> path.forEach(operation -> {
            assertThat(operation.path("operationId").asText()).isNotEmpty();
            assertThat(operation.path("summary").asText()).isNotEmpty();
            assertThat(operation.path("tags").size()).isEqualTo(1);
        }));
    }
}
