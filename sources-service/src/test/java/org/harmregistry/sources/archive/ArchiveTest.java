package org.harmregistry.sources.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.unique;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.bson.Document;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.internal.MongoClientImpl;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Content is there before the row that names it, is verified when it is read, and its store may be away. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class ArchiveTest {

    private static final String OWN = Tokens.contributor("org-a");

    @Inject
    ReactiveMongoClient client;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @AfterEach
    void mend() throws InterruptedException {
        Stores.toArchive().mend();
        awaitThat(() -> create(withText("probe " + unique())).statusCode() == 201);
    }

    private static String withText(String text) {
        return article("With a text", "\"texts\": [{\"language\": \"en\", \"text\": \"" + text + "\"}]");
    }

    private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void writesAskForAMajorityAndTheJournalAndNothingWaitsWithoutBound() {
        MongoClientSettings settings = ((MongoClientImpl) client.unwrap()).getSettings();

        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.getRetryWrites()).isTrue();
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS)).isEqualTo(1_000);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS)).isEqualTo(1_000);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS)).isEqualTo(10_000);
    }

    @Test
    void aTextIsKeptOnceUnderItsDigest() {
        String text = "Kept once: " + unique();
        create(withText(text)).then().statusCode(201);
        create(withText(text)).then().statusCode(201);

        Document kept = Stores.content().find(Filters.eq("_id", CanonicalJson.digestOfText(text))).first();
        assertThat(kept.getString("text")).isEqualTo(text);
        assertThat(kept.getString("mediaType")).isEqualTo("text/plain;charset=utf-8");
        assertThat(kept.getInteger("length")).isEqualTo(text.length());
        assertThat(kept.getDate("storedAt")).isNotNull();
    }

    @Test
    void damagedContentIsLeftOutAndSaid() {
        String text = "To be damaged: " + unique();
        String other = "To be left alone: " + unique();
        String address = create(article("Damaged", "\"texts\": [{\"language\": \"en\", \"text\": \"" + text
                + "\"}, {\"language\": \"en\", \"text\": \"" + other + "\"}]")).header("Location");
        Stores.content().updateOne(Filters.eq("_id", CanonicalJson.digestOfText(text)), Updates.set("text", "something else"));

        as(OWN).get(address).then().statusCode(200).body("texts[0].integrity", equalTo("content_damaged"))
                .body("texts[0].text", nullValue()).body("texts[0].digest", equalTo(CanonicalJson.digestOfText(text)))
                .body("texts[1].text", equalTo(other)).body("texts[1].integrity", nullValue())
                .header("ETag", nullValue()).header("Cache-Control", "no-store");
        create(withText(text)).then().statusCode(201);
        as(OWN).get(address).then().body("texts[0].integrity", equalTo("content_damaged"));
    }

    /** Readers who come at once are asked for together. */
    @Test
    void eachOfManyReadersAtOnceIsToldOfTheirOwnTextsAlone() {
        List<String> texts = IntStream.range(0, 12).mapToObj(i -> i % 3 + " of many: " + unique()).toList();
        List<String> addresses = texts.stream().map(text -> create(withText(text)).header("Location")).toList();
        texts.stream().filter(text -> text.startsWith("1")).forEach(text -> Stores.content()
                .updateOne(Filters.eq("_id", CanonicalJson.digestOfText(text)), Updates.set("text", "something else")));
        texts.stream().filter(text -> text.startsWith("2"))
                .forEach(text -> Stores.content().deleteOne(Filters.eq("_id", CanonicalJson.digestOfText(text))));

        List<String> told = IntStream.range(0, 240).parallel().mapToObj(i -> {
            JsonPath source = as(OWN).get(addresses.get(i % 12)).jsonPath();
            return i % 12 + " " + source.getString("texts[0].text") + " " + source.getString("texts[0].integrity");
        }).distinct().toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 12).mapToObj(i -> switch (i % 3) {
            case 0 -> i + " " + texts.get(i) + " null";
            case 1 -> i + " null content_damaged";
            default -> i + " null content_missing";
        }).toList());
    }

    @Test
    void lostContentIsSaid() {
        String text = "To be lost: " + unique();
        String address = create(withText(text)).header("Location");
        Stores.content().deleteOne(Filters.eq("_id", CanonicalJson.digestOfText(text)));

        as(OWN).get(address).then().statusCode(200).body("texts[0].integrity", equalTo("content_missing"))
                .body("texts[0].text", nullValue());
    }

    @Test
    void withoutTheArchiveTheRegisterIsReadAndNothingIsHalfCreated() {
        String dataset = unique();
        String address = create(withText("Soon out of reach: " + unique())).header("Location");
        Stores.toArchive().cut();

        refusedInTime(() -> create(article("Never there", "\"dataset\": \"" + dataset + "\"",
                "\"texts\": [{\"language\": \"en\", \"text\": \"" + unique() + "\"}]")));
        refusedInTime(() -> patch(address, OWN, "\"1.own\"",
                "{\"texts\": [{\"language\": \"en\", \"text\": \"" + unique() + "\"}]}"));
        as(OWN).get(address).then().statusCode(200).body("unavailable", equalTo(true)).body("texts[0].text", nullValue())
                .header("ETag", nullValue()).body("version", equalTo(1));
        as(OWN).queryParam("dataset", dataset).get(SOURCES).then().statusCode(200).body("page.size", equalTo(0));
        create(article("Without a text")).then().statusCode(201);
    }

    private static void refusedInTime(Supplier<Response> request) {
        long began = System.nanoTime();
        Response answer = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        answer.then().spec(problem(503, "archive_unavailable")).header("Retry-After", "2");
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anArchiveThatHangsIsNotWaitedFor() {
        String address = create(withText("Soon slow: " + unique())).header("Location");
        Stores.toArchive().hang();

        refusedInTime(() -> create(withText(unique())));
        long began = System.nanoTime();
        as(OWN).get(address).then().statusCode(200).body("unavailable", equalTo(true));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anImportWithoutTheArchiveIsRefusedWholeAndCanBeRepeated() throws InterruptedException {
        String id = unique();
        String row = "{\"externalIds\": [{\"system\": \"feed\", \"id\": \"" + id + "\"}], \"kind\": \"article\", "
                + "\"title\": \"Again\", \"texts\": [{\"language\": \"en\", \"text\": \"" + id + "\"}]}";
        Stores.toArchive().cut();
        importRows(SOURCES, OWN, "upsert", row).then().spec(problem(503, "archive_unavailable"));
        as(OWN).queryParam("externalId", "feed:" + id).get(SOURCES).then().body("page.size", equalTo(0));

        Stores.toArchive().mend();
        awaitThat(() -> importRows(SOURCES, OWN, "upsert", row).statusCode() == 200);
        as(OWN).queryParam("externalId", "feed:" + id).get(SOURCES).then()
                .body("items.texts[0].digest", contains(CanonicalJson.digestOfText(id)));
    }

    @Test
    void theServiceStaysReadyWithoutTheArchive() {
        Stores.toArchive().cut();

        given().get(ready).then().statusCode(200);
    }
}
