package org.harmregistry.sources.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.unique;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceImportTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Pool database;

    private static String row(String id, String title, String... members) {
        String more = members.length == 0 ? "" : ", " + String.join(", ", members);
        return "{\"externalIds\": [{\"system\": \"feed\", \"id\": \"" + id + "\"}], \"kind\": \"article\", \"title\": \""
                + title
                + "\"" + more + "}";
    }

    private static List<JsonPath> imported(String token, String... rows) {
        return results(importRows(SOURCES, token, "upsert", rows));
    }

    private static List<String> outcomes(List<JsonPath> results) {
        return results.stream().map(result -> outcome(result)).toList();
    }

    @Test
    void rowsAreCreatedThenUnchangedThenUpdated() {
        String id = unique();
        String text = "\"texts\": [{\"language\": \"en\", \"text\": \"Words of " + id + "\"}]";

        JsonPath first = imported(OWN, row(id, "First", text)).get(0);
        assertThat(first.getString("result")).isEqualTo("created");
        assertThat(first.getString("externalId.id")).isEqualTo(id);
        assertThat(outcomes(imported(OWN, row(id, "First", text)))).containsExactly("unchanged");
        JsonPath second = imported(OWN, row(id, "Second", text)).get(0);

        assertThat(second.getString("result")).isEqualTo("updated");
        assertThat(second.getString("id")).isEqualTo(first.getString("id"));
        as(OWN).get(SOURCES + "/" + first.getString("id")).then().body("title", equalTo("Second"))
                .body("version", equalTo(2)).body("texts[0].text", equalTo("Words of " + id));
    }

    /** Whoever compares, cites or attaches refers to a source, and may take long over it. */
    @Test
    void anExportComesBackWhileOthersReferToItsSources() {
        String dataset = "referred-" + unique();
        String id = imported(OWN, row(unique(), "Referred to", "\"dataset\": \"" + dataset + "\"")).get(0).getString("id");
        String exported = as(OWN).queryParam("format", "ndjson").queryParam("dataset", dataset).get(SOURCES).asString().trim();

        SqlConnection referring = database.getConnection().await().atMost(PATIENCE);
        try {
            referring.begin()
                    .chain(() -> referring.query("select id from source where id = '" + id + "' for key share").execute())
                    .await().atMost(PATIENCE);
            assertThat(CompletableFuture.supplyAsync(() -> outcomes(imported(OWN, exported)))).succeedsWithin(PATIENCE)
                    .isEqualTo(List.of("unchanged"));
        } finally {
            referring.close().await().atMost(PATIENCE);
        }
    }

    /** PostgreSQL ends a deadlock by undoing who finds it: the import, which waits first. */
    @Test
    void anImportThatIsUndoneForAnotherTransactionGoesOnRowByRow() throws InterruptedException {
        String a = unique();
        String b = unique();
        List<JsonPath> created = imported(OWN, row(a, "First"), row(b, "First"));
        List<String> held = created.stream().map(result -> result.getString("id")).sorted().toList();

        SqlConnection other = database.getConnection().await().atMost(PATIENCE);
        try {
            other.begin().chain(() -> other.query(hold(held.get(1))).execute()).await().atMost(PATIENCE);
            var importing = CompletableFuture.supplyAsync(() -> outcomes(imported(OWN, row(a, "Second"), row(b, "Second"))));
            awaitSomebodyWaiting();
            other.query(hold(held.get(0))).execute().await().atMost(PATIENCE);
            other.query("rollback").execute().await().atMost(PATIENCE);

            assertThat(importing).succeedsWithin(PATIENCE).isEqualTo(List.of("updated", "updated"));
        } finally {
            other.close().await().atMost(PATIENCE);
        }
    }

    private static String hold(String id) {
        return "select id from source where id = '" + id + "' for no key update";
    }

    private void awaitSomebodyWaiting() throws InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(20)) {
            if (database.query("select count(*) from pg_locks where not granted").execute().await().atMost(PATIENCE).iterator()
                    .next().getLong(0) > 0) {
                return;
            }
        }
        throw new AssertionError("nobody waits");
    }

    @Test
    void aBadRowNeverStopsTheGoodOnes() {
        String a = unique();
        String b = unique();

        List<JsonPath> results = imported(OWN, row(a, "Good"), "{\"kind\": ", row(unique(), "Bad", "\"credibility\": 9"),
                "{\"kind\": \"post\", \"title\": \"Without an id\"}", "", row(b, "Good"));

        assertThat(outcomes(results)).containsExactly("created", "refused", "refused", "refused", "created");
        assertThat(results.stream().map(result -> result.getInt("line"))).containsExactly(1, 2, 3, 4, 6);
        assertThat(results.get(1).getString("problem.code")).isEqualTo("invalid_json");
        assertThat(results.get(2).getString("problem.code")).isEqualTo("invalid_value");
        assertThat(results.get(2).getString("problem.violations[0].pointer")).isEqualTo("/credibility");
        assertThat(results.get(3).getString("problem.violations[0].pointer")).isEqualTo("/externalIds");
    }

    @Test
    void theSameIdTwiceInOneImportIsOneSource() {
        String id = unique();

        List<JsonPath> results = imported(OWN, row(id, "First"), row(id, "First"), row(id, "Second"));

        assertThat(outcomes(results)).containsExactly("created", "unchanged", "updated");
        assertThat(results.stream().map(result -> result.getString("id")).distinct()).hasSize(1);
        as(OWN).get(SOURCES + "/" + results.get(0).getString("id")).then().body("title", equalTo("Second"));
    }

    @Test
    void validatingTellsAndDoesNothing() {
        String id = unique();

        assertThat(outcomes(results(importRows(SOURCES, OWN, "validate", row(id, "Only tried"))))).containsExactly("created");

        as(OWN).queryParam("externalId", "feed:" + id).get(SOURCES).then().body("page.size", equalTo(0));
        importRows(SOURCES, OWN, "delete", row(id, "t")).then().spec(problemAt(400, "invalid_parameter", "?mode"));
    }

    @Test
    void whoMaySetsTheStateOfARow() {
        String accepted = "\"status\": \"accepted\"";
        String shown = "\"publication\": \"public\"";
        String id = imported(Tokens.publisher(), row(unique(), "Shown", accepted, shown)).get(0).getString("id");
        as(OWN).get(SOURCES + "/" + id).then().statusCode(200).header("ETag", "\"1.public\"")
                .body("status", equalTo("accepted")).body("publication", equalTo("public")).body("unavailable", nullValue());

        refused("forbidden", "/status", imported(OWN, row(unique(), "t", accepted)));
        refused("forbidden", "/publication", imported(Tokens.analyst(), row(unique(), "t", accepted, shown)));
        refused("conflict_with_state", "/publication", imported(Tokens.publisher(), row(unique(), "t", shown)));
        refused("invalid_value", "/status", imported(Tokens.publisher(), row(unique(), "t", "\"status\": \"draft\"")));
        refused("read_only_field", "/version", imported(Tokens.publisher(), row(unique(), "t", "\"version\": 1")));
    }

    private static void refused(String code, String pointer, List<JsonPath> results) {
        assertThat(outcomes(results)).containsExactly("refused");
        assertThat(results.get(0).getString("problem.code")).isEqualTo(code);
        assertThat(results.get(0).getString("problem.violations[0].pointer")).isEqualTo(pointer);
    }

    @Test
    void whatOthersChangedIsNotOverwritten() {
        String id = unique();
        String source = imported(OWN, row(id, "Imported")).get(0).getString("id");
        patch(SOURCES + "/" + source, Tokens.analyst(), "\"1.full\"", "{\"title\": \"Corrected\"}").then().statusCode(200);

        assertThat(outcomes(imported(OWN, row(id, "Imported")))).containsExactly("unchanged");
        JsonPath refused = imported(OWN, row(id, "Imported anew")).get(0);

        assertThat(refused.getString("problem.code")).isEqualTo("changed_by_others");
        assertThat(refused.getInt("problem.status")).isEqualTo(409);
        assertThat(refused.getInt("version")).isEqualTo(2);
        assertThat(refused.getInt("importedVersion")).isEqualTo(1);
        as(OWN).get(SOURCES + "/" + source).then().body("title", equalTo("Corrected"));
    }

    @Test
    void externalIdsOfTwoSourcesDoNotMakeThemOne() {
        String a = unique();
        String b = unique();
        imported(OWN, row(a, "A"), row(b, "B"));
        String both = "{\"externalIds\": [{\"system\": \"feed\", \"id\": \"" + a + "\"}, {\"system\": \"feed\", \"id\": \"" + b
                + "\"}], \"kind\": \"article\", \"title\": \"Both\"}";

        refused("external_id_taken", "/externalIds", imported(OWN, both));
    }

    @Test
    void anotherOrganisationsIdsAreItsOwn() {
        String id = unique();
        String first = imported(OWN, row(id, "Of A")).get(0).getString("id");

        JsonPath second = imported(Tokens.contributor("org-b"), row(id, "Of B")).get(0);

        assertThat(second.getString("result")).isEqualTo("created");
        assertThat(second.getString("id")).isNotEqualTo(first);
    }
}
