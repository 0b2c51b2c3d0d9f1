package org.harmregistry.sources.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Files.as;
import static org.harmregistry.sources.testing.Files.attach;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.content;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Files.digestField;
import static org.harmregistry.sources.testing.Files.source;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Filters;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Files come in, are shown to whom they are for, and go out byte for byte. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class AttachmentTest {

    private static final String OWN = Tokens.contributor("org-a");

    @Test
    void aFileGoesOutAsItCameIn() {
        byte[] file = bytes(700_000);
        String source = source();

        Response made = as(OWN).header("Content-Disposition", "attachment; filename*=UTF-8''%D8%B5%D9%88%D8%B1%D8%A9.jpg")
                .header("Content-Digest", digestField(file)).header("Capture-Digest", digest(file))
                .header("Captured-At", "2017-06-25T18:00:00Z").body(file).post(source + "/attachments");

        made.then().statusCode(201).body("digest", equalTo(digest(file))).body("length", equalTo(file.length))
                .body("role", equalTo("evidentiary")).body("name", equalTo("صورة.jpg"))
                .body("declaredType", equalTo("image/jpeg")).body("mediaType", nullValue())
                .body("captureDigest", equalTo(digest(file))).body("capturedAt", equalTo("2017-06-25T18:00:00Z"))
                .body("state", equalTo("received")).body("publication", equalTo("withheld"))
                .body("source", equalTo(idOf(source))).body("organisation", equalTo("org-a")).body("version", equalTo(1));
        String address = made.header("Location");
        assertThat(content(OWN, address)).isEqualTo(file);
        given().auth().oauth2(OWN).get(address).then().statusCode(200).header("ETag", made.header("ETag"))
                .body("digest", equalTo(digest(file)));
        given().auth().oauth2(OWN).header("If-None-Match", made.header("ETag")).get(address).then().statusCode(304);
        given().auth().oauth2(OWN).get(source + "/attachments").then().statusCode(200)
                .body("items.id", contains(idOf(address)));
    }

    @Test
    void theSameContentIsStoredOnceAndTheSameAttachmentAgain() {
        byte[] file = bytes(300_000);
        String source = source();
        String other = source();
        String first = attach(OWN, source, file).then().statusCode(201).extract().header("Location");

        attach(OWN, source, file).then().statusCode(200).header("Location", first).body("id", equalTo(idOf(first)));
        String elsewhere = attach(OWN, other, file).then().statusCode(201).extract().header("Location");

        assertThat(idOf(elsewhere)).isNotEqualTo(idOf(first));
        assertThat(Stores.files().countDocuments(Filters.eq("filename", digest(file)))).isOne();
        String storage = Stores.files().find(Filters.eq("filename", digest(file))).first().getString("_id");
        assertThat(Stores.chunks().countDocuments(Filters.eq("files_id", storage))).isEqualTo(2);
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(1));
    }

    @Test
    void aLyingDigestStoresNothing() {
        byte[] file = bytes(10_000);
        byte[] other = bytes(10_000);
        String source = source();

        for (String header : new String[] { "Content-Digest", "Repr-Digest", "Capture-Digest" }) {
            as(OWN).header(header, digestField(other)).body(file).post(source + "/attachments").then()
                    .spec(problemAt(422, "digest_mismatch", "#" + header));
        }
        as(OWN).header("Content-Digest", "md5=:1B2M2Y8AsgTpgAmY7PhCfg==:").body(file).post(source + "/attachments").then()
                .spec(problemAt(400, "digest_unknown", "#Content-Digest")).header("Want-Content-Digest", "sha-256=10");
        as(OWN).header("Content-Digest", "sha-256=nonsense").body(file).post(source + "/attachments").then()
                .spec(problem(400, "digest_unknown"));

        assertThat(Stores.files().countDocuments(Filters.eq("filename", digest(file)))).isZero();
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(0));
    }

    @Test
    void aClientBringsItsOwnId() {
        byte[] file = bytes(1_000);
        String source = source();
        String address = source + "/attachments/" + UUID.randomUUID();

        as(OWN).body(file).put(address).then().spec(problem(428, "precondition_required"));
        as(OWN).header("If-None-Match", "*").body(file).put(address).then().statusCode(201).header("Location", address);
        as(OWN).header("If-None-Match", "*").body(file).put(address).then().statusCode(200).header("Location", address);
        as(OWN).header("If-None-Match", "*").body(bytes(1_000)).put(address).then().spec(problem(409, "id_not_available"));
        as(OWN).header("If-None-Match", "*").body(file).put(source + "/attachments/" + UUID.randomUUID()).then()
                .spec(problem(409, "already_attached"));
        as(OWN).header("If-None-Match", "*").body(file).put(source() + "/attachments/" + idOf(address)).then()
                .spec(problem(409, "id_not_available"));
    }

    @Test
    void onlyWhomItIsForSeesIt() {
        byte[] file = bytes(1_000);
        String address = createPublic(article("Public, with a file"));
        String made = attach(Tokens.analyst(), address, file).then().statusCode(201).extract().header("Location");

        for (String token : new String[] { Tokens.contributor("org-b"), Tokens.of("party", "party", "p-1") }) {
            given().auth().oauth2(token).get(made).then().spec(problem(404, "not_found"));
            given().auth().oauth2(token).get(made + "/content").then().spec(problem(404, "not_found"));
            given().auth().oauth2(token).get(address + "/attachments").then().statusCode(200).body("items", hasSize(0));
            attach(token, address, file).then().statusCode(403);
        }
        given().get(made + "/content").then().spec(problem(404, "not_found"));
        given().get(made).then().spec(problem(404, "not_found"));
        as("no token").body(file).post(address + "/attachments").then().statusCode(401);
        assertThat(content(Tokens.admin(), made)).isEqualTo(file);

        String hidden = source();
        attach(Tokens.contributor("org-b"), hidden, file).then().spec(problem(404, "not_found"));
        given().get(hidden + "/attachments").then().spec(problem(404, "not_found"));
        given().auth().oauth2(OWN).get(hidden + "/attachments/" + idOf(made)).then().spec(problem(404, "not_found"));
    }

    @Test
    void namesWithPathsAndUnseenCharactersAreMadeSafe() {
        String[][] names = { { "filename=\"../../etc/passwd\"", "passwd" }, { "filename=\"C:\\\\temp\\\\a.jpg\"", "a.jpg" },
                { "filename*=UTF-8''a%0D%0AX-Forged%3A%20yes.jpg", "aX-Forged_ yes.jpg" },
                { "filename*=UTF-8''gpj.%E2%80%AEexe", "gpj.exe" }, { "filename*=UTF-8''%00", "unnamed" },
                { "filename=\"..\"", "unnamed" }, { "filename=.hidden", "hidden" }, { "", "unnamed" },
                { "filename=\"" + "n".repeat(400) + ".jpeg\"", "n".repeat(250) + ".jpeg" } };
        String source = source();
        for (String[] name : names) {
            Response made = as(OWN).header("Content-Disposition", "attachment; " + name[0]).body(bytes(10))
                    .post(source + "/attachments");
            made.then().statusCode(201).body("name", equalTo(name[1]));
            given().auth().oauth2(OWN).get(made.header("Location") + "/content").then()
                    .header("Content-Disposition", startsWith("attachment; filename=\"")).header("X-Forged", nullValue())
                    .header("X-Content-Type-Options", "nosniff").header("Content-Type", "application/octet-stream")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox");
        }
        as(OWN).header("Content-Disposition", "attachment; filename*=UTF-8''%FF%FE").body(bytes(10))
                .post(source + "/attachments").then().spec(problemAt(400, "invalid_value", "#Content-Disposition"));
    }

    @Test
    void whatIsTooMuchOrNothingIsRefused() {
        String source = source();

        as(OWN).body(new byte[0]).post(source + "/attachments").then().spec(problem(422, "file_empty"));
        as(OWN).header("Captured-At", "2017-02-30T18:00:00Z").body(bytes(10)).post(source + "/attachments").then()
                .spec(problemAt(400, "invalid_date", "#Captured-At"));
        as(OWN).body(bytes(10)).post(SOURCES + "/" + UUID.randomUUID() + "/attachments").then()
                .spec(problem(404, "not_found"));
    }

    @Test
    void aFileMayBeJsonOfAnySize() {
        byte[] file = (" ".repeat(1_100_000) + "{}").getBytes();

        as(OWN).contentType("application/json").body(file).post(source() + "/attachments").then().statusCode(201)
                .body("declaredType", equalTo("application/json")).body("length", equalTo(file.length));
    }

    @Test
    void whatHappensToAFileStandsInTheCustodyLog() throws Exception {
        byte[] file = bytes(1_000);
        String made = as(OWN).header("Capture-Digest", digest(file)).header("Captured-At", "2017-06-25T18:00:00Z").body(file)
                .post(source() + "/attachments").header("Location");
        content(Tokens.analyst(), made);
        given().auth().oauth2(Tokens.analyst()).header("Range", "bytes=5-6").get(made + "/content").then().statusCode(206);

        List<String> acts = new ArrayList<>();
        try (var owner = PostgresResource.asOwner();
                var statement = owner.prepareStatement("select act || ' ' || actor || ' ' "
                        + "|| digest from custody_entry where attachment_id = ?::uuid order by sequence")) {
            statement.setString(1, idOf(made));
            var rows = statement.executeQuery();
            while (rows.next()) {
                acts.add(rows.getString(1));
            }
        }
        // The clock may strike the hour between two readings.
        assertThat(acts.stream().distinct()).containsExactly("collected contributor-of-org-a " + digest(file),
                "hashed contributor-of-org-a " + digest(file), "ingested contributor-of-org-a " + digest(file),
                "accessed analyst-1 " + digest(file));
    }
}
