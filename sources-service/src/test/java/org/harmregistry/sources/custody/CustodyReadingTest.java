package org.harmregistry.sources.custody;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.custody.domain.CustodyCheckpoints;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;

/** Who reads the custody of a source, and what it says. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CustodyReadingTest {

    @Inject
    ChainWriting writing;
    @Inject
    CustodyCheckpoints checkpoints;

    @AfterEach
    void mend() {
        Stores.toArchive().mend();
    }

    @Test
    void theCustodyTellsEachActOfASource() {
        String address = create(article("Told " + unique())).header("Location");
        String tag = as(Tokens.contributor("org-a")).get(address).header("ETag");
        patch(address, Tokens.contributor("org-a"), tag, "{\"publisher\": \"A paper\"}").then().statusCode(200);

        as(Tokens.contributor("org-a")).get(address + "/custody").then().statusCode(200)
                .body("items.act", contains("ingested", "hashed"))
                .body("items.sequence", contains(1, 2))
                .body("items[0].previous", nullValue())
                .body("items[1].detail.version", equalTo(2))
                .body("verification.state", equalTo("intact"))
                .body("verification.to", equalTo(2));
    }

    @Test
    void aDigestIsThatOfTheRevisionInCanonicalJson() {
        String address = create(article("Digested " + unique())).header("Location");
        Object snapshot = as(Tokens.analyst()).get(address + "/revisions").path("items[0].snapshot");
        String digest = as(Tokens.analyst()).get(address + "/custody").path("items[0].digest");

        assertThat(digest).isEqualTo(CanonicalJson.digest(io.vertx.core.json.Json.encode(snapshot)));
    }

    @Test
    void onlyThoseConcernedReadIt() {
        String hidden = create(article("Hidden " + unique())).header("Location");
        String shown = createPublic(article("Shown " + unique()));

        as(Tokens.contributor("org-b")).get(hidden + "/custody").then().spec(problem(404, "not_found"));
        given().get(shown + "/custody").then().spec(problem(401, "unauthenticated"));
        as(Tokens.contributor("org-b")).get(shown + "/custody").then().spec(problem(403, "forbidden"));
        as(Tokens.of("custodian", "registry", "custodian-1")).get(hidden + "/custody").then().statusCode(200);
        as(Tokens.analyst()).get(SOURCES + "/" + UUID.randomUUID() + "/custody").then().spec(problem(404, "not_found"));
    }

    @Test
    void aLongChainComesInPages() {
        UUID source = UUID.fromString(idOf(create(article("Long " + unique())).header("Location")));
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            writing.append(random, source);
        }
        List<Integer> read = new ArrayList<>();
        String next = null;
        do {
            Response page = as(Tokens.analyst())
                    .queryParams(next == null ? Map.of("limit", 3) : Map.of("limit", 3, "after", next))
                    .get(SOURCES + "/" + source + "/custody");
            read.addAll(page.then().statusCode(200).body("verification.to", equalTo(7)).extract().path("items.sequence"));
            next = page.path("page.next");
        } while (next != null);

        assertThat(read).containsExactly(1, 2, 3, 4, 5, 6, 7);
        as(Tokens.analyst()).get(SOURCES + "/" + source + "/custody?after=AAAA").then()
                .spec(problemAt(400, "invalid_cursor", "?after"));
    }

    @Test
    void whatIsNotChangedIsNotSentAgain() {
        String address = create(article("Kept " + unique())).header("Location");
        String tag = as(Tokens.analyst()).get(address + "/custody").header("ETag");

        as(Tokens.analyst()).header("If-None-Match", tag).get(address + "/custody").then().statusCode(304);
        ChainWriting.behindTheBack("update custody_entry set actor = 'x' where source_id = '" + idOf(address) + "'");
        as(Tokens.analyst()).header("If-None-Match", tag).get(address + "/custody").then().statusCode(200)
                .body("verification.state", equalTo("broken"));
    }

    @Test
    void aBrokenEndIsNotWrittenOn() {
        String address = create(article("Broken " + unique())).header("Location");
        ChainWriting.behindTheBack("update custody_head set length = 3 where source_id = '" + idOf(address) + "'");
        String tag = as(Tokens.analyst()).get(address).header("ETag");

        patch(address, Tokens.analyst(), tag, "{\"publisher\": \"A paper\"}").then().spec(problem(503, "custody_broken"));
        as(Tokens.analyst()).get(address).then().body("version", equalTo(1));
    }

    @Test
    void anArchiveThatIsAwayIsSaid() {
        String address = create(article("Alone " + unique())).header("Location");
        Stores.toArchive().cut();

        as(Tokens.analyst()).get(address + "/custody").then().statusCode(200).body("verification.state", equalTo("intact"))
                .body("verification.checkpoint", equalTo("unavailable"));
    }

    @Test
    void writersAtOnceNeverBreakAChain() throws Exception {
        int writers = 8;
        int each = 40;
        UUID[] sources = new UUID[5];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = UUID.fromString(idOf(create(article("Busy " + unique())).header("Location")));
        }
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(writer);
            running.add(pool.submit(() -> {
                for (int i = 0; i < each; i++) {
                    UUID one = sources[random.nextInt(sources.length)];
                    UUID another = sources[random.nextInt(sources.length)];
                    writing.append(random, one, another);
                }
            }));
        }
        int looks = 0;
        while (running.stream().anyMatch(work -> !work.isDone()) || looks < 200) {
            as(Tokens.analyst()).get(SOURCES + "/" + sources[looks++ % sources.length] + "/custody").then().statusCode(200)
                    .body("verification.state", equalTo("intact"));
            if (looks % 20 == 0) {
                keep();
            }
        }
        for (Future<?> work : running) {
            work.get();
        }
        pool.shutdown();
        int total = 0;
        for (UUID source : sources) {
            total += as(Tokens.analyst()).get(SOURCES + "/" + source + "/custody").then()
                    .body("verification.state", equalTo("intact")).extract().<Integer> path("verification.to");
        }
        assertThat(total).isEqualTo(sources.length + 2 * writers * each);
    }

    private void keep() {
        try {
            VertxContextSupport.subscribeAndAwait(checkpoints::keep);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
