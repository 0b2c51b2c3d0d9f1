package org.harmregistry.sources.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;
import static org.harmregistry.sources.witness.Witnesses.interviewOf;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.bson.Document;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.sources.testing.HeardLog;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The sweep for canaries is worth as much as it can find: leaks are planted, one in each kind of place, and it names each. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class PlantedLeakTest {

    private static final Logger LOGGER = Logger.getLogger("canary");

    private final String mark = "canary" + unique().replace("-", "");

    @Inject
    MeterRegistry meters;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    /** How a careless change could keep a name in the register. */
    enum Form {
        CLEAR,
        HEXADECIMAL,
        BASE64;

        String of(String mark) {
            byte[] bytes = ("n" + mark + " of a person").getBytes(StandardCharsets.UTF_8);
            return switch (this) {
                case CLEAR -> mark;
                case HEXADECIMAL -> HexFormat.of().formatHex(bytes);
                case BASE64 -> Base64.getEncoder().encodeToString(bytes);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aNameInTheIndexIsFound(Form form) throws SQLException {
        Sweep sweep = new Sweep(mark);
        String source = interviewOf("Test person 80");
        assertThat(sweep.tables()).isEmpty();

        index(source, form.of(mark));

        assertThat(sweep.tables()).containsExactly("public.witness_name_token");
    }

    @Test
    void theDigestOfABodyThatHeldAMarkIsFound() throws SQLException, IOException {
        Sweep sweep = new Sweep(mark);
        String body = "{\"names\": [{\"name\": \"" + mark + "\"}]}";
        String source = interviewOf("Test person 81");
        assertThat(sweep.kept(List.of(body))).isEmpty();

        index(source, CanonicalJson.digest(body));
        assertThat(sweep.kept(List.of(body))).containsExactly("public.witness_name_token");
        index(source, mark);
        assertThat(sweep.kept(List.of())).contains("public.witness_name_token").anyMatch(file -> file.startsWith("pg_wal/"));
    }

    @Test
    void aMarkInThePublicFaceOfASourceIsFoundInAnswersAndStores() throws SQLException {
        Sweep sweep = new Sweep(mark);

        String source = createPublic(
                article("Spoken by " + mark, "\"texts\": [{\"language\": \"en\", \"text\": \"So said " + mark
                        + "\"}]"));

        assertThat(sweep.finds(given().get(source).asString())).isTrue();
        assertThat(sweep.finds(given().get("/api/v1/sources?format=ndjson").asString())).isTrue();
        assertThat(sweep.tables()).contains("public.source", "public.revision");
        assertThat(sweep.documents()).isNotEmpty();
    }

    @Test
    void aMarkAmongTheKeysIsFound() {
        Sweep sweep = new Sweep(mark);
        assertThat(sweep.documents()).isEmpty();

        Stores.besideKeys("planted").insertOne(new Document("_id", UUID.randomUUID().toString()).append("note", mark));

        assertThat(sweep.documents()).hasSize(1);
    }

    @Test
    void aMarkInALogLineOrItsCauseIsFound() {
        Sweep sweep = new Sweep(mark);
        try (HeardLog log = new HeardLog()) {
            LOGGER.info("nothing to be seen");
            assertThat(log.lines()).isNotEmpty().noneMatch(sweep::finds);
            LOGGER.log(Level.FINE, "kept {0}", mark);
            LOGGER.log(Level.WARNING, "refused", new IllegalArgumentException(new IOException("not " + mark)));
            assertThat(log.lines()).filteredOn(sweep::finds).isNotEmpty();
        }
    }

    @Test
    void aMarkOnAMeterIsFound() {
        Sweep sweep = new Sweep(mark);
        assertThat(sweep.finds(given().get(metrics).asString())).isFalse();

        meters.counter("planted", "person", mark).increment();

        assertThat(sweep.finds(given().get(metrics).asString())).isTrue();
    }

    private static void index(String source, String token) throws SQLException {
        try (Connection owner = PostgresResource.asOwner();
                PreparedStatement insert = owner
                        .prepareStatement(
                                "insert into witness_name_token (source_id, index_key, token) select distinct t.source_id,"
                                        + " t.index_key, ? from witness_name_token t where t.source_id = ?::uuid")) {
            insert.setString(1, token);
            insert.setString(2, idOf(source));
            insert.executeUpdate();
        }
    }
}
