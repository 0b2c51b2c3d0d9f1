package org.harmregistry.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Lists and exports are sent smaller to those who accept it, single records never. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class CompressionTest {

    @TestHTTPResource
    URI server;

    private HttpResponse<byte[]> get(String address, String accepted) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(server.resolve(address)).header("Accept-Encoding", accepted).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/vocabularies", "/api/v1/incidents", "/api/v1/allegations", "/api/v1/demands",
            "/api/v1/organisations", "/api/v1/commitments?format=csv", "/api/v1/incidents?format=geojson" })
    void listsAreGzippedWhereAccepted(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> gzipped = get(address, "gzip");
        assertThat(gzipped.statusCode()).isEqualTo(200);
        HttpResponse<byte[]> plain = get(address, "identity");
        String encoding = gzipped.headers().firstValue("Content-Encoding").orElse("identity");
        assertThat(encoding).isEqualTo(plain.body().length == 0 ? "identity" : "gzip");
        String inflated = new String(encoding.equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(gzipped.body())).readAllBytes()
                : gzipped.body(), StandardCharsets.UTF_8);
        assertThat(plain.headers().firstValue("Content-Encoding").orElse("identity")).isEqualTo("identity");
        assertThat(inflated).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
    }

    @Test
    void singleRecordsAreNot() throws IOException, InterruptedException {
        HttpResponse<byte[]> one = get("/api/v1/vocabularies/grading", "gzip");
        assertThat(one.headers().firstValue("Content-Encoding").orElse("identity")).isEqualTo("identity");
        assertThat(new String(one.body(), StandardCharsets.UTF_8)).startsWith("{");
    }
}
