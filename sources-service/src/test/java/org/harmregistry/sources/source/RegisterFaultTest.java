package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.unique;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.HeardLog;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Filters;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/** What clients are told while the register is away, and what is left behind when a transaction fails. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class RegisterFaultTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Pool register;

    @AfterEach
    void mend() throws InterruptedException {
        Stores.toRegister().mend();
        for (int i = 0; i < 100 && given().get(SOURCES).statusCode() != 200; i++) {
            Thread.sleep(100);
        }
        given().get(SOURCES).then().statusCode(200);
    }

    private static void unavailableInTime(Supplier<Response> request) {
        long began = System.nanoTime();
        Response answer = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        answer.then().spec(problem(503, "database_unavailable")).header("Retry-After", "2");
        assertThat(took).isLessThan(Duration.ofMillis(2_200));
    }

    @Test
    void aRegisterThatIsAwayIsSaidAndRecovers() {
        Stores.toRegister().cut();

        unavailableInTime(() -> given().get(SOURCES));
        unavailableInTime(() -> create(article("Never there")));
    }

    @Test
    void aRegisterThatHangsIsNotWaitedFor() {
        try (HeardLog log = new HeardLog()) {
            Stores.toRegister().hang();

            unavailableInTime(() -> given().get(SOURCES));
            unavailableInTime(() -> create(article("Never there")));

            mend();
            // What was given up is rolled back, and that is no error that an operator has to look into.
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("had to drop"));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTransactionThatFailsLeavesContentBehindAndNeverARowWithout() throws SQLException {
        String text = "An orphan: " + unique();
        String title = "Never there " + unique();
        owner("revoke insert on change from registry_service");
        try {
            create(article(title, "\"texts\": [{\"language\": \"en\", \"text\": \"" + text + "\"}]")).then()
                    .spec(problem(500, "unexpected"));
        } finally {
            owner("grant insert on change to registry_service");
        }

        assertThat(Stores.content().countDocuments(Filters.eq("_id", CanonicalJson.digestOfText(text)))).isEqualTo(1);
        assertThat(count("select count(*) from source where content ->> 'title' = '" + title + "'")).isZero();
        assertThat(count("select count(*) from revision where snapshot ->> 'title' = '" + title + "'")).isZero();
    }

    /** Somebody may hold a row for long, such as a replica whose machine is gone in the middle of a transaction. */
    @Test
    void whoeverWantsASourceThatIsHeldLeavesTheRegisterToOthers() throws SQLException {
        Response held = create(article("Held"));
        String address = held.header("Location");
        String other = create(article("Not held")).header("Location");
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try (HeardLog log = new HeardLog(); Connection holder = PostgresResource.asOwner()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select id from source where id = '" + held.jsonPath().getString("id")
                    + "' for update");

            List<CompletableFuture<Integer>> wanting = Stream.generate(() -> CompletableFuture.supplyAsync(
                    () -> patch(address, OWN, held.header("ETag"), "{\"title\": \"Wanted\"}").statusCode(), clients))
                    .limit(20).toList();
            assertThat(wanting).allSatisfy(answer -> assertThat(answer).succeedsWithin(PATIENCE).isEqualTo(503));

            as(OWN).get(other).then().statusCode(200);
            assertThat(log.lines()).anyMatch(line -> line.contains("answered") && line.contains("(SQLSTATE 55P03)"));
        } finally {
            clients.shutdown();
        }
        patch(address, OWN, held.header("ETag"), "{\"title\": \"Wanted\"}").then().statusCode(200);
    }

    @Test
    void noLineToTheRegisterWaitsForEver() {
        Row settings = register.query("select current_setting('lock_timeout') as rows,"
                + " current_setting('statement_timeout') as statements,"
                + " current_setting('idle_in_transaction_session_timeout') as holders").executeAndAwait().iterator().next();

        assertThat(settings.getString("rows")).isEqualTo("1500ms");
        assertThat(settings.getString("statements")).isEqualTo("1min");
        assertThat(settings.getString("holders")).isEqualTo("90s");
    }

    private static void owner(String statement) throws SQLException {
        try (Connection connection = PostgresResource.asOwner(); Statement owner = connection.createStatement()) {
            owner.execute(statement);
        }
    }

    private static int count(String query) throws SQLException {
        try (Connection connection = PostgresResource.asOwner();
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
