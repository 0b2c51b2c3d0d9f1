package org.harmregistry.sources.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.unique;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every act on a source is in its custody log, or it did not happen; and nobody changes that log. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CustodyLogTest {

    private static final String ACTS = "select act from custody_entry where source_id = '%s' order by sequence";

    @Test
    void theStepsOfASourceStandInItsChain() throws SQLException {
        String address = createPublic(article("Kept " + unique()));

        assertThat(strings(ACTS.formatted(idOf(address)))).containsExactly("ingested", "sealed", "released");
    }

    @Test
    void anImportIsInTheLogRowByRow() throws SQLException {
        String id = unique();
        String row = article("Brought in", "\"externalIds\": [{\"system\": \"custody-test\", \"id\": \"" + id + "\"}]",
                "\"status\": \"accepted\"", "\"publication\": \"public\"");
        importRows(SOURCES, Tokens.publisher(), "upsert", row).then().statusCode(200);
        String source = strings("select source_id from source_external_id where external_id = '" + id + "'").get(0);

        assertThat(strings(ACTS.formatted(source))).containsExactly("ingested", "sealed", "released");
    }

    @Test
    void anActThatTheLogDoesNotTakeIsNotDone() throws SQLException {
        String title = "Never there " + unique();
        asOwner("revoke insert on custody_entry from registry_service");
        try {
            create(article(title)).then().spec(problem(503, "custody_unavailable"));
        } finally {
            asOwner("grant insert on custody_entry to registry_service");
        }

        assertThat(strings("select id from revision where snapshot ->> 'title' = '" + title + "'")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "update custody_entry set reason = 'another'", "delete from custody_entry",
            "truncate custody_entry",
            "delete from custody_head", "truncate custody_head", "update custody_head set source_id = gen_random_uuid()" })
    void theServiceMayNotChangeWhatIsWritten(String statement) throws SQLException {
        create(article("Stays as it is")).then().statusCode(201);

        try (Connection service = PostgresResource.asService()) {
            assertThatThrownBy(() -> service.createStatement().execute(statement)).hasMessageContaining("permission denied");
        }
        try (Connection owner = PostgresResource.asOwner()) {
            assertThatThrownBy(() -> owner.createStatement().execute(statement)).hasMessageContaining("only ever added to");
        }
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection owner = PostgresResource.asOwner()) {
            owner.createStatement().execute(statement);
        }
    }

    private static List<String> strings(String query) throws SQLException {
        try (Connection owner = PostgresResource.asOwner(); ResultSet rows = owner.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
