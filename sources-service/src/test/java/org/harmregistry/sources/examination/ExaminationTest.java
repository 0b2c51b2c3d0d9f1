package org.harmregistry.sources.examination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Examiner.attached;
import static org.harmregistry.sources.testing.Examiner.copy;
import static org.harmregistry.sources.testing.Examiner.examine;
import static org.harmregistry.sources.testing.Examiner.examined;
import static org.harmregistry.sources.testing.Examiner.read;
import static org.harmregistry.sources.testing.Files.content;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Samples.altered;
import static org.harmregistry.sources.testing.Samples.bytes;
import static org.harmregistry.sources.testing.Samples.file;
import static org.harmregistry.sources.testing.Samples.find;
import static org.harmregistry.sources.testing.Samples.zip;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Exif;
import org.harmregistry.sources.testing.Files;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Filters;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What comes in is looked into, verified by its own proofs, and copied for work; the evidence itself stays as it came. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class ExaminationTest {

    private static final String OWN = Tokens.contributor("org-a");

    @Test
    void aPhotoIsInspectedAndCopiesAreMadeOfIt() throws SQLException {
        byte[] photo = bytes(file("files/photo.jpg"), Files.bytes(8));
        String address = examined(OWN, "photo.jpg", photo);

        given().auth().oauth2(OWN).get(address).then().statusCode(200).body("state", equalTo("inspected"))
                .body("mediaType", equalTo("image/jpeg")).body("digest", equalTo(digest(photo)))
                .body("findings.code", contains("trailing_data")).body("checks", empty()).body("notMade", empty())
                .body("workingCopies.size()", equalTo(2)).body("examinationFailure", nullValue());
        String stripped = copy(OWN, address, "metadata_removed");
        given().auth().oauth2(OWN).get(stripped).then().body("role", equalTo("working")).body("state", equalTo("inspected"))
                .body("derivedFrom", equalTo(idOf(address))).body("mediaType", equalTo("image/jpeg"))
                .body("name", equalTo("photo.metadata_removed.jpg")).body("publication", equalTo("withheld"));

        assertThat(content(OWN, address)).isEqualTo(photo);
        assertThat(Exif.read(content(OWN, address))).contains("GPS", "Synthetic-Author-4711");
        assertThat(Exif.read(content(OWN, stripped))).doesNotContain("GPS", "4711");
        assertThat(Exif.read(content(OWN, copy(OWN, address, "thumbnail")))).doesNotContain("GPS", "4711");
        assertThat(strings("select act from custody_entry where attachment_id = '" + idOf(address) + "' and act <> 'accessed'"
                + " order by sequence")).containsExactly("hashed", "ingested", "copied", "copied");
        assertThat(strings("select kind from revision where record_id = '" + idOf(address) + "' order by version"))
                .containsExactly("created", "inspected");
    }

    @Test
    void aDangerousFileIsKeptButHandedOutToStaffAsBytesAlone() {
        byte[] both = bytes(file("files/photo.jpg"), zip("Program.class", Files.bytes(50)));
        String address = examined(OWN, "photo.jpg", both);

        given().auth().oauth2(OWN).get(address).then().body("state", equalTo("quarantined"))
                .body("findings.code", hasItem("polyglot")).body("workingCopies", empty());
        given().auth().oauth2(OWN).get(address + "/content").then().spec(problem(403, "forbidden"));
        given().auth().oauth2(Tokens.analyst()).get(address + "/content").then().statusCode(200)
                .header("Content-Type", "application/octet-stream").header("X-Content-Type-Options", "nosniff");
        assertThat(content(Tokens.analyst(), address)).isEqualTo(both);
    }

    /** Silence would read as if there were nothing to be removed. */
    @Test
    void aFormatThatIsNotStrippedIsSaidToBeSo() {
        byte[] head = bytes(new byte[] { 0, 0, 0, 24 }, "ftypheic\0\0\0\0mif1heic", new byte[] { 0, 0, 0, 16 }, "free",
                Files.bytes(8));
        String address = examined(OWN, "photo.heic", head);

        given().auth().oauth2(OWN).get(address).then().body("mediaType", equalTo("image/heic"))
                .body("notMade.derivation", contains("metadata_removed")).body("notMade.reason", hasItem(containsString(
                        "not copied without what they tell of their making")))
                .body("workingCopies", empty());
    }

    @Test
    void aFileIsBytesAloneUntilItWasExamined() {
        String address = attach(OWN, file("files/picture.png"));
        given().auth().oauth2(OWN).get(address).then().body("state", equalTo("received")).body("mediaType", nullValue());
        given().auth().oauth2(OWN).get(address + "/content").then().header("Content-Type", "application/octet-stream");
        examine();
        given().auth().oauth2(OWN).get(address + "/content").then().header("Content-Type", "image/png");
    }

    @Test
    void aLetterWithScriptsIsQuarantinedAndItsCopyIsNot() {
        String address = examined(OWN, "letter.pdf", file("files/letter.pdf"));

        given().auth().oauth2(OWN).get(address).then().body("state", equalTo("quarantined"))
                .body("findings.code", hasItem("active_content"));
        byte[] copy = content(OWN, copy(OWN, address, "metadata_removed"));
        // The identifier in the trailer is made of digits at random, which may be any.
        assertThat(new String(copy, StandardCharsets.ISO_8859_1).replaceAll("/ID \\[[^]]*]", "")).doesNotContain("/JavaScript",
                "4711");
    }

    @Test
    void capturesAreVerifiedByTheirOwnProof() throws SQLException {
        String whole = examined(OWN, "page.wacz", file("captures/page.wacz"));
        given().auth().oauth2(OWN).get(whole).then().body("mediaType", equalTo("application/x-wacz"))
                .body("checks.kind", contains("wacz")).body("checks.outcome", contains("verified"))
                .body("checks[0].checkedAt", endsWith("Z"));
        byte[] warc = file("captures/page.warc");
        String damaged = examined(OWN, "page.warc", altered(warc, find(warc, "page 1")));
        given().auth().oauth2(OWN).get(damaged).then().body("state", equalTo("inspected"))
                .body("checks.kind", contains("warc")).body("checks.outcome", contains("failed"));
        String bundle = examined(OWN, "proof.zip", file("captures/proofmode.zip"));
        given().auth().oauth2(OWN).get(bundle).then().body("checks.kind", contains("proof_mode"))
                .body("checks.outcome", contains("verified"));
        assertThat(strings("select detail ->> 'outcome' from custody_entry where act = 'verified' and attachment_id = '"
                + idOf(damaged) + "'")).containsExactly("failed");
    }

    @Test
    void aTimestampIsKeptVerifiedAndCheckedAgain() throws SQLException {
        String address = examined(OWN, "stamped.txt", file("captures/stamped.txt"));
        byte[] token = file("captures/stamped.tsr");

        stamp(OWN, address, token).then().statusCode(202);
        stamp(OWN, address, token).then().statusCode(202);
        stamp(OWN, address, file("captures/stamped-sha512.tst")).then().statusCode(202);
        examine();
        given().auth().oauth2(OWN).get(address).then().body("checks.kind", contains("timestamp", "timestamp"))
                .body("checks.outcome", contains("verified", "verified"));
        assertThat(
                strings("select act from custody_entry where attachment_id = '" + idOf(address) + "' and act = 'timestamped'"))
                .hasSize(2);

        given().auth().oauth2(OWN).contentType("application/octet-stream").post(address + "/checks").then().statusCode(202);
        examine();
        given().auth().oauth2(OWN).get(address).then().body("checks.outcome", contains("verified", "verified"));
        assertThat(strings("select outcome from attachment_check where attachment_id = '" + idOf(address) + "'")).hasSize(4);
    }

    @Test
    void aTimestampOfAnotherFileFailsAndWhatIsNoneIsRefused() {
        String address = examined(OWN, "other.txt", bytes("other words"));
        stamp(OWN, address, file("captures/stamped.tsr")).then().statusCode(202);
        examine();
        given().auth().oauth2(OWN).get(address).then().body("checks.outcome", contains("failed"));

        stamp(OWN, address, bytes("no token")).then().spec(problem(422, "token_unreadable"));
        stamp(OWN, address, new byte[70_000]).then().spec(problem(413, "token_too_large"));
        stamp(Tokens.contributor("org-b"), address, file("captures/stamped.tsr")).then().spec(problem(404, "not_found"));
        given().contentType("application/octet-stream").post(address + "/checks").then().statusCode(401);
    }

    @Test
    void contentThatIsDamagedIsNamedAndExaminedAgainOnDemand() {
        byte[] photo = bytes(file("files/picture.png"));
        photo = bytes(photo, Files.bytes(30));
        String address = attach(OWN, photo);
        String storage = Stores.files().find(Filters.eq("filename", digest(photo))).first().getString("_id");
        var kept = Stores.chunks().find(Filters.eq("files_id", storage)).first();
        Stores.chunks().deleteOne(Filters.eq("files_id", storage));
        examine();
        given().auth().oauth2(OWN).get(address).then().body("state", equalTo("received"))
                .body("examinationFailure", equalTo("content_missing"));

        Stores.chunks().insertOne(kept);
        given().auth().oauth2(OWN).contentType("application/octet-stream").post(address + "/checks").then().statusCode(202);
        examine();
        given().auth().oauth2(OWN).get(address).then().body("state", equalTo("inspected"))
                .body("examinationFailure", nullValue());
        assertThat(read(OWN, address).getList("workingCopies")).hasSize(2);
    }

    @Test
    void whoIsNotOfTheHouseLearnsNothingOfWhatWasFound() {
        String address = examined(OWN, "photo.jpg", bytes(file("files/photo.jpg"), Files.bytes(9)));
        given().get(address).then().spec(problem(404, "not_found"));
        given().auth().oauth2(Tokens.contributor("org-b")).get(address).then().spec(problem(404, "not_found"));
        given().auth().oauth2(Tokens.analyst()).get(address).then().body("findings.code", containsInAnyOrder("trailing_data"));
    }

    private static Response stamp(String token, String address, byte[] body) {
        return given().auth().oauth2(token).contentType("application/octet-stream").body(body).post(address + "/timestamps");
    }

    private static String attach(String token, byte[] file) {
        return attached(token, Files.source(), "picture.png", file);
    }

    private static List<String> strings(String sql) throws SQLException {
        try (Connection owner = PostgresResource.asOwner();
                ResultSet rows = owner.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
