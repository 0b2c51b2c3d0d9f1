package org.harmregistry.sources.fixity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Files.attach;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Files.source;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.bson.Document;
import org.bson.types.Binary;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.fixity.domain.FixityCheck;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Bytes that are changed by hand in MongoDB are found by whoever reads them, and by the check that reads everything. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class FixityTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String FIXITY = "/api/v1/attachments/fixity";
    private static final int CHUNK = 255 * 1024;

    @Inject
    FixityCheck check;

    private void checkAll() throws Throwable {
        try (var owner = PostgresResource.asOwner(); var statement = owner.createStatement()) {
            statement.execute("update fixity_check set checked_at = null, claimed_until = null");
            statement.execute("update archive_walk set position = '00000000-0000-0000-0000-000000000000', "
                    + "claimed_until = '-infinity' where name = 'texts'");
        }
        checkDue();
    }

    private void checkDue() throws Throwable {
        // The walk through the texts takes as many steps as there are 500 sources.
        int idle = 0;
        for (int step = 0; step < 1_000 && idle < 20; step++) {
            idle = VertxContextSupport.subscribeAndAwait(check::check) == 0 ? idle + 1 : 0;
        }
    }

    private static String chunk(byte[] file, int number) {
        String storage = Stores.files().find(Filters.eq("filename", digest(file))).first().getString("_id");
        return Stores.chunks().find(Filters.and(Filters.eq("files_id", storage), Filters.eq("n", number))).first()
                .getString("_id");
    }

    private static void flip(byte[] file, int number, int at) {
        Document chunk = Stores.chunks().find(Filters.eq("_id", chunk(file, number))).first();
        byte[] data = chunk.get("data", Binary.class).getData().clone();
        data[at] ^= 1;
        Stores.chunks().updateOne(Filters.eq("_id", chunk.getString("_id")), Updates.set("data", new Binary(data)));
    }

    private static Map<String, Object> finding(String digest) {
        JsonPath found = given().auth().oauth2(Tokens.analyst()).queryParam("limit", 200).get(FIXITY).then().statusCode(200)
                .extract().jsonPath();
        List<Map<String, Object>> items = found.getList("items");
        return items.stream().filter(item -> item.get("digest").equals(digest)).findFirst().orElse(null);
    }

    @Test
    void aChangedByteIsNeverHandedOut() {
        byte[] file = bytes(3 * CHUNK);
        String address = attach(OWN, source(), file).header("Location");
        flip(file, 0, 77);

        given().auth().oauth2(OWN).get(address + "/content").then().spec(problem(409, "content_damaged"));
        given().auth().oauth2(OWN).header("Range", "bytes=0-0").get(address + "/content").then()
                .spec(problem(409, "content_damaged"));
        byte[] whole = given().auth().oauth2(OWN).header("Range", "bytes=" + CHUNK + "-").get(address + "/content").then()
                .statusCode(206).extract().asByteArray();
        assertThat(whole).hasSize(2 * CHUNK);
        given().auth().oauth2(OWN).get(address).then().statusCode(200).body("integrity", equalTo("content_damaged"));
    }

    @Test
    void damageFurtherBehindBreaksTheAnswerOffAndIsKnownFromThenOn() throws Throwable {
        byte[] file = bytes(3 * CHUNK);
        String address = attach(OWN, source(), file).header("Location");
        flip(file, 2, 5);

        assertThat(received(address)).isLessThan(file.length);

        assertThat(finding(digest(file))).containsEntry("integrity", "content_damaged");
        given().auth().oauth2(OWN).get(address + "/content").then().spec(problem(409, "content_damaged"));
        given().auth().oauth2(OWN).head(address + "/content").then().statusCode(409);
        given().auth().oauth2(OWN).header("Range", "bytes=0-99").get(address + "/content").then().statusCode(206);
        assertThat(verifications(address)).isEmpty();

        checkDue();
        assertThat(verifications(address)).containsExactly("content_damaged");

        flip(file, 2, 5);
        assertThat(received(address)).isEqualTo(file.length);
        assertThat(finding(digest(file))).isNull();
        checkDue();
        assertThat(verifications(address)).containsExactly("content_damaged", "whole");
    }

    /** How many bytes come before the answer ends or the connection does. */
    private static int received(String address) throws IOException {
        HttpURLConnection line = (HttpURLConnection) URI.create(RestAssured.baseURI + ":" + RestAssured.port + address
                + "/content").toURL().openConnection();
        line.setRequestProperty("Authorization", "Bearer " + OWN);
        assertThat(line.getResponseCode()).isEqualTo(200);
        int received = 0;
        try (InputStream bytes = line.getInputStream()) {
            while (bytes.read() >= 0) {
                received++;
            }
        } catch (IOException brokenOff) {
            return received;
        }
        return received;
    }

    @Test
    void theCheckNamesWhatChangedAndWhatWentMissing() throws Throwable {
        byte[] whole = bytes(CHUNK + 1);
        byte[] damaged = bytes(2 * CHUNK);
        byte[] missing = bytes(1_000);
        String source = source();
        String good = attach(OWN, source, whole).header("Location");
        String bad = attach(OWN, source, damaged).header("Location");
        String gone = attach(OWN, source, missing).header("Location");
        String text = "To be changed: " + unique();
        String withText = create(article("Text", "\"texts\": [{\"language\": \"en\", \"text\": \"" + text + "\"}]"))
                .header("Location");
        flip(damaged, 1, 100);
        Stores.chunks().deleteOne(Filters.eq("_id", chunk(missing, 0)));
        Stores.content().updateOne(Filters.eq("_id", CanonicalJson.digestOfText(text)), Updates.set("text", "other"));

        checkAll();

        assertThat(finding(digest(whole))).isNull();
        assertThat(finding(digest(damaged))).containsEntry("integrity", "content_damaged").containsEntry("kind", "file")
                .containsEntry("holders", List.of(Map.of("source", idOf(source), "attachment", idOf(bad))));
        assertThat(finding(digest(missing))).containsEntry("integrity", "content_missing");
        assertThat(finding(CanonicalJson.digestOfText(text))).containsEntry("kind", "text")
                .containsEntry("holders", List.of(Map.of("source", idOf(withText))));
        given().auth().oauth2(Tokens.analyst()).get(FIXITY).then().body("damaged", greaterThanOrEqualTo(2))
                .body("missing", greaterThanOrEqualTo(1)).body("oldestCheck", not(nullValue()));
        given().auth().oauth2(OWN).get(bad).then().body("integrity", equalTo("content_damaged"));
        given().auth().oauth2(OWN).get(gone).then().body("integrity", equalTo("content_missing"));
        given().auth().oauth2(OWN).get(gone + "/content").then().spec(problem(409, "content_missing"));
        given().auth().oauth2(OWN).get(good).then().body("integrity", nullValue());
        given().auth().oauth2(OWN).get(source + "/attachments").then()
                .body("items.find { it.id == '" + idOf(bad) + "' }.integrity", equalTo("content_damaged"));

        flip(damaged, 1, 100);
        checkAll();
        assertThat(finding(digest(damaged))).isNull();
        given().auth().oauth2(OWN).get(bad).then().body("integrity", nullValue());
        assertThat(verifications(bad)).containsExactly("content_damaged", "whole");
    }

    private static List<String> verifications(String attachment) throws Exception {
        try (var owner = PostgresResource.asOwner();
                var statement = owner.prepareStatement("select entry ->> 'detail' from ("
                        + "select to_jsonb(c) as entry from custody_entry c where c.attachment_id = ?::uuid and c.act = 'verified' "
                        + "order by c.sequence) e")) {
            statement.setString(1, idOf(attachment));
            var rows = statement.executeQuery();
            List<String> results = new ArrayList<>();
            while (rows.next()) {
                results.add(JsonPath.from(rows.getString(1)).getString("result"));
            }
            return results;
        }
    }

    @Test
    void findingsAreForTheRegistrysStaff() {
        given().get(FIXITY).then().statusCode(401);
        given().auth().oauth2(OWN).get(FIXITY).then().statusCode(403);
        given().auth().oauth2(Tokens.admin()).get(FIXITY).then().statusCode(200);
    }
}
