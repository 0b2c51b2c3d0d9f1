package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;

import org.bson.Document;
import org.bson.types.Binary;
import org.harmregistry.kit.testing.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Whatever is altered behind the service's back is found and named. */
@ServiceTest
class VerificationTest {

    @Inject
    MongoClient mongo;

    private JsonPath edition;

    @BeforeEach
    void publish() {
        ReportsScene.neighbours("world=river");
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        ReportsScene.makeDue();
        edition = ReportsScene.edition(slug);
    }

    @Test
    void findsAChangedByteInAFile() {
        String digest = edition.getString("files.find { it.format == 'html' }.digest");
        byte[] bytes = contents().find(Filters.eq("_id", digest)).first().get("content", Binary.class).getData();
        bytes[bytes.length / 2] ^= 1;
        contents().updateOne(Filters.eq("_id", digest), Updates.set("content", new Binary(bytes)));

        verification().body("matches", equalTo(false)).body("files.find { it.format == 'html' }.matches", equalTo(false))
                .body("files.find { it.format == 'json' }.matches", equalTo(true));
        given().get("/api/v1/editions/" + id() + "/files/html").then().spec(Problems.problem(500, "content_damaged"));
        given().accept("text/html").get("/editions/" + id()).then().statusCode(500).contentType("text/html");
    }

    @Test
    void findsAMissingListOfRecords() {
        String digest = edition.getString("figures.find { it.key == 'records.events' }.records.digest");
        contents().deleteOne(Filters.eq("_id", digest));
        verification().body("matches", equalTo(false))
                .body("records.find { !it.matches }.digest", equalTo(digest))
                .body("records.find { !it.matches }.figures", hasItem("records.events"));
    }

    @Test
    void findsAFigureChangedInTheRegister() {
        ReportsScene
                .sql("update edition set figures = replace(figures, '\"value\":37', '\"value\":36') where id = '" + id() + "'");
        verification().body("matches", equalTo(false)).body("recomputed", not(equalTo(edition.getString("digest"))));
    }

    @Test
    void confirmsWhatIsWhole() {
        verification().body("matches", equalTo(true)).body("recomputed", equalTo(edition.getString("digest")));
    }

    private ValidatableResponse verification() {
        return given().get("/api/v1/editions/" + id() + "/verification").then().statusCode(200);
    }

    private String id() {
        return edition.getString("id");
    }

    private MongoCollection<Document> contents() {
        return mongo.getDatabase("reports").getCollection("content");
    }
}
