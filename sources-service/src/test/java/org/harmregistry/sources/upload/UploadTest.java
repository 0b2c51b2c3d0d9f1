package org.harmregistry.sources.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.content;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Files.source;
import static org.harmregistry.sources.testing.Uploads.BYTES;
import static org.harmregistry.sources.testing.Uploads.attachment;
import static org.harmregistry.sources.testing.Uploads.begin;
import static org.harmregistry.sources.testing.Uploads.metadata;
import static org.harmregistry.sources.testing.Uploads.offset;
import static org.harmregistry.sources.testing.Uploads.patch;
import static org.harmregistry.sources.testing.Uploads.tus;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Files;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Filters;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The protocol as its text has it (tus.io/protocols/resumable-upload, 1.0). */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class UploadTest {

    private static final String OWN = Tokens.contributor("org-a");

    @Test
    void aFileComesInPartsAndIsAttachedWithItsLastByte() {
        byte[] file = bytes(600_000);
        String source = source();
        String said = metadata("filename", "../صورة.jpg", "filetype", "image/jpeg", "captureDigest", digest(file), "capturedAt",
                "2017-06-25T18:00:00Z", "unknown", "kept");

        Response begun = begin(OWN, source, file.length, said);

        begun.then().statusCode(201).header("Tus-Resumable", "1.0.0").header("Upload-Offset", "0")
                .header("Upload-Expires", endsWith(" GMT")).header("Location", startsWith("/api/v1/attachments/uploads/"));
        String upload = begun.header("Location");
        patch(OWN, upload, file, 0, 100_001).then().statusCode(204).header("Upload-Offset", "100001")
                .header("Tus-Resumable", "1.0.0").header("Upload-Expires", notNullValue());
        tus(OWN).head(upload).then().statusCode(200).header("Upload-Offset", "100001").header("Upload-Length", "600000")
                .header("Upload-Metadata", said).header("Cache-Control", "no-store");
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(0));
        patch(OWN, upload, file, 100_001, 599_999).then().statusCode(204);
        patch(OWN, upload, file, 599_999, 600_000).then().statusCode(204).header("Upload-Offset", "600000")
                .header("Content-Location", startsWith(source)).header("Upload-Expires", nullValue());

        String made = attachment(OWN, source, upload);
        given().auth().oauth2(OWN).get(made).then().body("name", equalTo("صورة.jpg")).body("digest", equalTo(digest(file)))
                .body("captureDigest", equalTo(digest(file))).body("capturedAt", equalTo("2017-06-25T18:00:00Z"))
                .body("declaredType", equalTo("image/jpeg"));
        assertThat(content(OWN, made)).isEqualTo(file);
        String storage = Stores.files().find(Filters.eq("filename", digest(file))).first().getString("_id");
        assertThat(Stores.chunks().countDocuments(Filters.eq("files_id", storage))).isEqualTo(3);
    }

    @Test
    void theFirstBytesMayComeWithTheBeginning() {
        byte[] file = bytes(5_000);
        String source = source();

        Response begun = tus(OWN).contentType(BYTES).header("Upload-Length", file.length).body(Arrays.copyOf(file, 2_000))
                .post(source + "/attachments/uploads");

        begun.then().statusCode(201).header("Upload-Offset", "2000");
        patch(OWN, begun.header("Location"), file, 2_000, 5_000).then().statusCode(204);
        assertThat(content(OWN, attachment(OWN, source, begun.header("Location")))).isEqualTo(file);
    }

    @Test
    void aFileThatIsNotTheOneCapturedIsNotStored() {
        byte[] file = bytes(3_000);
        String source = source();
        String upload = begin(OWN, source, file.length, metadata("captureDigest", digest(bytes(3_000)))).header("Location");

        patch(OWN, upload, file, 0, 3_000).then().spec(problemAt(422, "digest_mismatch", "#Upload-Metadata"))
                .header("Tus-Resumable", "1.0.0");

        tus(OWN).head(upload).then().statusCode(410);
        patch(OWN, upload, file, 0, 3_000).then().spec(problem(410, "upload_refused"));
        given().auth().oauth2(OWN).get(upload).then().body("state", equalTo("refused")).body("attachment", nullValue());
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(0));
        assertThat(Stores.files().countDocuments(Filters.eq("filename", digest(file)))).isZero();
    }

    @Test
    void bytesWithAnotherChecksumAreNotKept() throws Exception {
        byte[] file = bytes(4_000);
        String source = source();
        String upload = begin(OWN, source, file.length, "").header("Location");
        byte[] part = Arrays.copyOf(file, 1_500);
        String sha1 = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(part));

        tus(OWN).contentType(BYTES).header("Upload-Offset", 0).header("Upload-Checksum", "sha1 " + sha1).body(bytes(1_500))
                .patch(upload).then().spec(problem(460, "upload_checksum_mismatch"));
        assertThat(offset(OWN, upload)).isZero();
        tus(OWN).contentType(BYTES).header("Upload-Offset", 0).header("Upload-Checksum", "crc32 AAAA").body(part)
                .patch(upload).then().spec(problemAt(400, "upload_checksum_unknown", "#Upload-Checksum"));
        tus(OWN).contentType(BYTES).header("Upload-Offset", 0).header("Upload-Checksum", "sha1 " + sha1).body(part)
                .patch(upload).then().statusCode(204).header("Upload-Offset", "1500");
        patch(OWN, upload, file, 1_500, 4_000).then().statusCode(204);
        assertThat(content(OWN, attachment(OWN, source, upload))).isEqualTo(file);
    }

    @Test
    void whatDoesNotGoOnWhereTheUploadIsIsRefused() {
        byte[] file = bytes(1_000);
        String upload = begin(OWN, source(), file.length, "").header("Location");
        patch(OWN, upload, file, 0, 400).then().statusCode(204);

        patch(OWN, upload, file, 0, 400).then().spec(problemAt(409, "upload_offset_conflict", "#Upload-Offset"))
                .header("Upload-Offset", "400");
        patch(OWN, upload, file, 500, 600).then().spec(problem(409, "upload_offset_conflict"));
        tus(OWN).contentType(BYTES).header("Upload-Offset", 400).body(bytes(601)).patch(upload).then()
                .spec(problem(413, "upload_overrun"));
        assertThat(offset(OWN, upload)).isEqualTo(400);
        tus(OWN).contentType(BYTES).body(bytes(1)).patch(upload).then().spec(problem(400, "upload_offset_invalid"));
        tus(OWN).contentType("image/jpeg").header("Upload-Offset", 400).body(bytes(1)).patch(upload).then()
                .spec(problem(415, "unsupported_media_type")).header("Tus-Resumable", "1.0.0");
    }

    @Test
    void theSameUploadAgainIsHarmless() {
        byte[] file = bytes(2_000);
        String source = source();
        String id = UUID.randomUUID().toString();
        String upload = begin(OWN, source, file.length, metadata("id", id)).header("Location");
        patch(OWN, upload, file, 0, 700).then().statusCode(204);

        begin(OWN, source, file.length, metadata("id", id)).then().statusCode(201).header("Location", upload)
                .header("Upload-Offset", "700");
        begin(OWN, source, 17, metadata("id", id)).then().spec(problem(409, "id_not_available"));
        begin(OWN, source(), file.length, metadata("id", id)).then().spec(problem(409, "id_not_available"));
        patch(OWN, upload, file, 700, 2_000).then().statusCode(204);
        patch(OWN, upload, file, 2_000, 2_000).then().statusCode(204).header("Upload-Offset", "2000");
        begin(OWN, source, file.length, metadata("id", id)).then().statusCode(201).header("Upload-Offset", "2000");

        String again = begin(OWN, source, file.length, "").header("Location");
        patch(OWN, again, file, 0, 2_000).then().statusCode(204);
        assertThat(attachment(OWN, source, again)).isEqualTo(attachment(OWN, source, upload)).endsWith(id);
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(1));
    }

    @Test
    void onlyWhoBeganItSeesIt() {
        String source = source();
        String upload = begin(OWN, source, 100, "").header("Location");

        for (String other : new String[] { Tokens.contributor("org-b"), Tokens.analyst(),
                Tokens.of("contributor", "org-a", "colleague") }) {
            tus(other).head(upload).then().statusCode(404);
            patch(other, upload, bytes(100), 0, 100).then().spec(problem(404, "not_found"));
            tus(other).delete(upload).then().spec(problem(404, "not_found"));
        }
        begin(Tokens.contributor("org-b"), source, 100, "").then().spec(problem(404, "not_found"));
        given().header("Tus-Resumable", "1.0.0").head(upload).then().statusCode(401);
    }

    @Test
    void anUploadIsGivenUp() {
        byte[] file = bytes(300_000);
        String upload = begin(OWN, source(), file.length, "").header("Location");
        patch(OWN, upload, file, 0, 270_000).then().statusCode(204);

        tus(OWN).delete(upload).then().statusCode(204).header("Tus-Resumable", "1.0.0");

        tus(OWN).head(upload).then().statusCode(404);
        patch(OWN, upload, file, 270_000, 300_000).then().spec(problem(404, "not_found"));
    }

    @Test
    void theProtocolIsSpokenInItsVersionAndWithItsWords() {
        String source = source();

        given().options(source + "/attachments/uploads").then().statusCode(204).header("Tus-Version", "1.0.0")
                .header("Tus-Max-Size", "209715200").header("Tus-Extension", containsString("creation-with-upload"));
        Files.as(OWN).noContentType().header("Upload-Length", 1).post(source + "/attachments/uploads").then()
                .spec(problem(412, "protocol_version_unknown")).header("Tus-Version", "1.0.0").header("Tus-Resumable", "1.0.0");
        tus(OWN).post(source + "/attachments/uploads").then().spec(problem(400, "upload_length_unknown"));
        begin(OWN, source, 0, "").then().spec(problem(422, "file_empty"));
        begin(OWN, source, 209_715_201, "").then().spec(problem(413, "file_too_large"));
        for (String odd : new String[] { "filename ?", "filename YQ==,filename YQ==", ",", "filename YQ== YQ==",
                "id " + Base64.getEncoder().encodeToString("x".getBytes()), "filename /w==" }) {
            begin(OWN, source, 10, odd).then().spec(problem(400, "upload_metadata_malformed"));
        }
        String upload = begin(OWN, source, 3, "").header("Location");
        tus(OWN).contentType(BYTES).header("X-HTTP-Method-Override", "PATCH").header("Upload-Offset", 0).body(bytes(3))
                .post(upload).then().statusCode(204).header("Upload-Offset", "3");
    }
}
