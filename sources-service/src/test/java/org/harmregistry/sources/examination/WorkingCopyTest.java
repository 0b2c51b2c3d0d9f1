package org.harmregistry.sources.examination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Examiner.attached;
import static org.harmregistry.sources.testing.Examiner.copy;
import static org.harmregistry.sources.testing.Examiner.decide;
import static org.harmregistry.sources.testing.Examiner.examine;
import static org.harmregistry.sources.testing.Examiner.examined;
import static org.harmregistry.sources.testing.Files.content;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Samples.bytes;
import static org.harmregistry.sources.testing.Samples.file;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Exif;
import org.harmregistry.sources.testing.Files;
import org.harmregistry.sources.testing.Requests;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Copies that people bring, and which copies everybody may have. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class WorkingCopyTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String STAFF = Tokens.publisher();

    @Test
    void peopleBringCopiesThatAreInspectedAndLinked() {
        String address = examined(OWN, "photo.jpg", bytes(file("files/photo.jpg"), Files.bytes(7)));
        byte[] words = bytes("Somebody says something.", Files.bytes(0), Requests.unique());

        Response made = bring(OWN, address, "transcript", words, "said%20by%20%D8%A3%D8%AD%D8%AF");
        made.then().statusCode(201).body("role", equalTo("working")).body("derivedFrom", equalTo(idOf(address)))
                .body("derivation", equalTo("transcript")).body("state", equalTo("received")).body("version", equalTo(1));
        bring(OWN, address, "transcript", words, null).then().statusCode(200).body("id", equalTo(made.path("id")));
        bring(OWN, address, "transcript", bytes("Another one."), null).then().statusCode(201);
        examine();

        given().auth().oauth2(OWN).get(made.header("Location")).then().body("state", equalTo("inspected"))
                .body("mediaType", equalTo("text/plain")).body("note", equalTo("said by أحد"));
        assertThat(content(OWN, made.header("Location"))).isEqualTo(words);
        given().auth().oauth2(OWN).get(address).then().body("workingCopies.size()", equalTo(4)).body("version", equalTo(4));
    }

    @Test
    void aRedactionThatWasBroughtIsCopiedWithoutItsMetadata() {
        String address = examined(OWN, "picture.png", bytes(file("files/picture.png"), Files.bytes(7)));
        String redaction = bring(OWN, address, "redaction", bytes(file("files/photo.jpg"), Files.bytes(5)), null)
                .header("Location");
        examine();

        decide(STAFF, redaction, "release").then().spec(problem(409, "metadata_not_removed"));
        assertThat(Exif.read(content(OWN, copy(OWN, redaction, "metadata_removed")))).doesNotContain("GPS", "4711");
    }

    @Test
    void onlyAPublisherReleasesAndEverybodySeesItWhileTheSourceIsPublic() {
        String source = createPublic(article("With a photo to show"));
        String staff = Tokens.analyst();
        String address = attached(staff, source, "photo.jpg", bytes(file("files/photo.jpg"), Files.bytes(6)));
        examine();
        String stripped = copy(staff, address, "metadata_removed");
        given().get(stripped).then().spec(problem(404, "not_found"));

        decide(Tokens.analyst(), stripped, "release").then().spec(problem(403, "forbidden"));
        decide(STAFF, address, "release").then().spec(problem(409, "evidence_not_released"));
        Requests.as(STAFF).body("{\"reason\": \"r\"}").post(stripped + "/release").then()
                .spec(problem(428, "precondition_required"));
        decide(STAFF, stripped, "release").then().statusCode(200).body("publication", equalTo("public"))
                .body("version", equalTo(2));
        decide(STAFF, stripped, "release").then().spec(problem(409, "conflict_with_state"));

        given().get(stripped).then().statusCode(200).body("id", equalTo(idOf(stripped))).body("findings", nullValue())
                .body("note", nullValue());
        byte[] shown = given().get(stripped + "/content").then().statusCode(200).header("Content-Type", "image/jpeg").extract()
                .asByteArray();
        assertThat(Exif.read(shown)).doesNotContain("GPS", "4711");
        given().get(source + "/attachments").then().body("items.id", contains(idOf(stripped)));
        given().get(address).then().spec(problem(404, "not_found"));

        String list = given().get(source + "/attachments").header("ETag");
        Response before = given().get(stripped);
        given().auth().oauth2(staff).contentType("application/octet-stream").post(stripped + "/checks").then().statusCode(202);
        examine();
        // That the staff had it examined again is theirs to know.
        given().auth().oauth2(staff).get(stripped).then().body("version", equalTo(3));
        assertThat(given().get(stripped).header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(given().get(stripped).asString()).isEqualTo(before.asString());
        assertThat(given().get(source + "/attachments").header("ETag")).isEqualTo(list);

        decide(STAFF, stripped, "withholding").then().statusCode(200).body("publication", equalTo("withheld"));
        given().get(stripped).then().spec(problem(404, "not_found"));
        given().get(source + "/attachments").then().body("items", empty());
    }

    @Test
    void whatIsSaidOfACopyIsReadStrictly() {
        String address = examined(OWN, "picture.png", bytes(file("files/picture.png"), Files.bytes(7)));
        bring(OWN, address, "metadata_removed", bytes("x"), null).then()
                .spec(problemAt(400, "invalid_parameter", "?derivation"));
        bring(OWN, address, "", bytes("x"), null).then().spec(problemAt(400, "invalid_parameter", "?derivation"));
        bring(OWN, address, "transcript", bytes("x"), "%FF").then().spec(problemAt(400, "invalid_value", "#Derivation-Note"));
        bring(OWN, address, "transcript", bytes("x"), "%00").then().spec(problemAt(400, "invalid_value", "#Derivation-Note"));
        bring(Tokens.contributor("org-b"), address, "transcript", bytes("x"), null).then().spec(problem(404, "not_found"));
        bring(OWN, address, "transcript", new byte[0], null).then().spec(problem(422, "file_empty"));
    }

    private static Response bring(String token, String address, String derivation, byte[] body, String note) {
        var request = Files.as(token).queryParam("derivation", derivation).body(body);
        return (note == null ? request : request.header("Derivation-Note", note)).post(address + "/working-copies");
    }
}
