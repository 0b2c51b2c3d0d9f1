package org.harmregistry.sources.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.step;
import static org.harmregistry.sources.testing.Requests.unique;
import static org.harmregistry.sources.witness.Witnesses.FIRST;
import static org.harmregistry.sources.witness.Witnesses.OWN;
import static org.harmregistry.sources.witness.Witnesses.SECOND;
import static org.harmregistry.sources.witness.Witnesses.post;
import static org.harmregistry.sources.witness.Witnesses.put;
import static org.harmregistry.sources.witness.Witnesses.read;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.HeardLog;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/**
 * Marks are put into everything that is protected, all that happens to a witness is done once, rightly and wrongly, and
 * then the marks are searched for wherever a seized server, a log, a figure or an answer could give them away. A mark of
 * another kind, put where it may be read, shows in each place that the search would find one.
 */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CanarySweepTest {

    /** What all marks of a run have in common; whole words of lower case, so that no normalisation hides them. */
    private final String run = "canary" + unique().replace("-", "");
    private final String control = "control" + unique().replace("-", "");
    private final List<String> bodies = new ArrayList<>();
    private final HeardLog log = new HeardLog();
    private int marks;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @AfterEach
    void stopListening() {
        log.close();
    }

    private String mark() {
        return run + marks++ + "x";
    }

    private String person() {
        StringBuilder names = new StringBuilder();
        StringBuilder contacts = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            String comma = i == 0 ? "" : ", ";
            names.append(comma).append("{\"language\": \"ar-Latn\", \"name\": \"Test person ").append(mark()).append("\"}");
            contacts.append(comma).append("{\"kind\": \"").append(mark()).append("\", \"value\": \"").append(mark())
                    .append("\"}");
            relations.append(comma).append("{\"relation\": \"").append(mark()).append("\", \"name\": \"").append(mark())
                    .append("\"}");
        }
        return kept("{\"names\": [" + names + "], \"contacts\": [" + contacts + "], \"dateOfBirth\": {\"date\": \"1981-02-03\","
                + " \"precision\": \"day\"}, \"address\": \"" + mark() + "\", \"relations\": [" + relations + "], \"notes\": \""
                + mark() + "\"}");
    }

    private String kept(String body) {
        bodies.add(body);
        return body;
    }

    private Response asked(String address, String token) {
        return as(token).header("Idempotency-Key", unique()).body(kept("{\"reason\": \"" + mark() + "\"}")).post(address);
    }

    private Response consent(String source, String purpose, String state) {
        String limits = state.equals("limited") ? ", \"limits\": \"" + mark() + "\"" : "";
        return as(OWN).header("Idempotency-Key", unique()).body(kept("{\"purpose\": \"" + purpose + "\", \"state\": \"" + state
                + "\", \"takenOn\": \"2026-01-01\", \"takenHow\": \"oral\", \"takenBy\": \"" + mark() + "\", \"notes\": \""
                + mark() + "\", \"reason\": \"" + mark() + "\"" + limits + "}")).post(source + "/consent");
    }

    @Test
    void marksAreFoundOnlyWhereTheRightSaysSo() throws SQLException, IOException {
        String source = create("{\"kind\": \"interview\", \"title\": \"Interview " + control + "\", \"texts\": [{\"language\":"
                + " \"en\", \"text\": \"What was said " + control + "\"}]}").then().statusCode(201).extract()
                .header("Location");
        String opening = live(source);
        List<String> refusals = refused(source, opening);
        assertThat(marks).isGreaterThanOrEqualTo(50);
        Sweep sweep = new Sweep(run);
        Sweep seen = new Sweep(control);

        assertThat(refusals).noneMatch(sweep::finds);
        answers(source, opening, sweep, seen);
        assertThat(sweep.kept(bodies)).isEmpty();
        assertThat(seen.tables()).contains("public.source", "public.revision");
        assertThat(seen.files()).anyMatch(file -> file.startsWith("base/")).anyMatch(file -> file.startsWith("pg_wal/"));
        assertThat(seen.documents()).isNotEmpty();
        LOGGER.info("a line for the search " + control);
        assertThat(log.lines()).anyMatch(seen::finds).noneMatch(sweep::finds);
        assertThat(given().get(metrics).then().statusCode(200).extract().asString()).contains("registry_sealing_damaged")
                .satisfies(text -> assertThat(sweep.finds(text)).isFalse());

        String shredding = asked(source + "/identity/shredding", FIRST).then().statusCode(201).extract().header("Location");
        asked(shredding + "/consent", SECOND).then().statusCode(200);
        assertThat(sweep.kept(bodies)).isEmpty();
    }

    private static final Logger LOGGER = Logger.getLogger("canary");

    /** All that is done with a witness; the address of an opening that may be read. */
    private String live(String source) {
        put(source, OWN, person()).then().statusCode(201);
        as(OWN).header("If-Match", "\"1.sealed\"").body(person()).put(source + "/identity").then().statusCode(200);
        consent(source, "publish_anonymous", "limited").then().statusCode(201);
        consent(source, "share_court", "given").then().statusCode(201);
        step(source, "acceptance", Tokens.analyst()).then().statusCode(200);
        step(source, "publication", Tokens.publisher()).then().statusCode(200);
        as(Tokens.analyst()).body("{\"incident\": \"" + UUID.randomUUID() + "\", \"stance\": \"supports\"}")
                .post(source + "/citations").then().statusCode(201);
        String refused = asked(source + "/identity/openings", FIRST).then().statusCode(201).extract().header("Location");
        asked(refused + "/refusal", SECOND).then().statusCode(200);
        String opening = asked(source + "/identity/openings", FIRST).then().statusCode(201).extract().header("Location");
        asked(opening + "/consent", SECOND).then().statusCode(200);
        assertThat(new Sweep(run).finds(read(opening, FIRST).then().statusCode(200).extract().asString())).isTrue();
        as(FIRST).body("{\"name\": \"Test person " + run + "0x\"}").post("/api/v1/sources/identity-searches").then()
                .statusCode(200);
        return opening;
    }

    /** What is answered to requests that are wrong and hold marks all the same. */
    private List<String> refused(String source, String opening) {
        List<Response> answers = new ArrayList<>();
        answers.add(put(source, OWN, person()));
        answers.add(put(source, Tokens.contributor("org-b"), person()));
        answers.add(put(source, Tokens.admin(), person()));
        answers.add(put(source, OWN, "{\"names\": [{\"name\": \"" + mark() + "\"}], \"" + "nick\": \"" + mark() + "\"}"));
        answers.add(put(source, OWN, "{\"names\": \"" + mark() + "\"}"));
        answers.add(put(source, OWN, "{\"names\": [{\"name\": \"" + mark() + "\\u0000\"}]}"));
        answers.add(put(source, OWN, "{\"names\": [{\"name\": \"" + mark().repeat(20) + "\"}]}"));
        answers.add(put(source, OWN, "{\"dateOfBirth\": {\"date\": \"" + mark() + "\"}}"));
        answers.add(put(source, OWN, "{\"names\": [{\"name\": \"" + mark()));
        answers.add(post(opening + "/consent", FIRST, mark()));
        answers.add(post(opening + "/consent", Tokens.analyst(), mark()));
        answers.add(as(OWN).body("{\"purpose\": \"" + mark() + "\"}").post(source + "/consent"));
        answers.add(as(Tokens.analyst()).body("{\"name\": \"" + mark() + "\"}").post("/api/v1/sources/identity-searches"));
        answers.forEach(answer -> assertThat(answer.statusCode()).isBetween(400, 499));
        return answers.stream().map(answer -> answer.headers() + answer.asString()).toList();
    }

    /** Every address that tells of sources, asked by everybody. */
    private void answers(String source, String opening, Sweep sweep, Sweep seen) {
        Map<String, String> readers = new LinkedHashMap<>();
        readers.put("own", OWN);
        readers.put("stranger", Tokens.contributor("org-b"));
        readers.put("analyst", Tokens.analyst());
        readers.put("publisher", Tokens.publisher());
        readers.put("admin", Tokens.admin());
        readers.put("party", Tokens.of("party", "org-p", "party-1"));
        readers.put("asking", FIRST);
        readers.put("consenting", SECOND);
        List<String> open = List.of(source, SOURCES + "?limit=200", SOURCES + "?format=csv", SOURCES + "?format=ndjson",
                SOURCES + "/changes?limit=200", source + "/revisions", source + "/citations", source + "/duplicates",
                source + "/custody", source + "/attachments", source + "/identity", source + "/identity/shredding",
                "/api/v1/sources/identity-keys", "/api/v1/citations?limit=200");
        List<String> found = new ArrayList<>();
        boolean control = false;
        for (String address : concat(open, source + "/identity/openings", source + "/consent", opening + "/identity")) {
            for (var reader : readers.entrySet()) {
                Response answer = as(reader.getValue()).get(address);
                control |= open.contains(address) && seen.finds(answer.asString());
                if (sweep.finds(answer.headers() + answer.asString())) {
                    found.add(reader.getKey() + " " + address.replace(source, ""));
                }
            }
            assertThat(sweep.finds(given().get(address).asString())).isFalse();
        }
        assertThat(control).isTrue();
        String read = opening.replace(source, "") + "/identity";
        assertThat(found).containsExactlyInAnyOrder("own /identity/openings", "asking /identity/openings",
                "consenting /identity/openings", "own /consent", "analyst /consent", "publisher /consent", "asking /consent",
                "consenting /consent", "asking " + read);
    }

    private static List<String> concat(List<String> open, String... more) {
        List<String> all = new ArrayList<>(open);
        all.addAll(List.of(more));
        return all;
    }
}
