package org.harmregistry.sources.examination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Examiner.attached;
import static org.harmregistry.sources.testing.Examiner.examine;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.content;
import static org.harmregistry.sources.testing.Files.source;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;
import static org.harmregistry.sources.testing.Samples.file;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.scanning.store.ClamdScanner;
import org.harmregistry.sources.testing.Clamd;
import org.harmregistry.sources.testing.Samples;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

/** Where the operator has a scanner, nothing passes it; and while it is away, files wait out of everybody's reach. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class ScanningTest {

    private static final String OWN = Tokens.contributor("org-a");

    private final String mark = "mark" + unique();
    private Clamd clamd;

    @BeforeEach
    void start() throws IOException {
        examine();
        clamd = new Clamd(mark);
        QuarkusMock.installMockForType(new ClamdScanner(Optional.of(clamd.address())), ClamdScanner.class);
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void whatTheScannerKnowsIsQuarantinedAndTheRestIsNot() {
        String bad = attached(OWN, source(), "photo.jpg", Samples.bytes(file("files/photo.jpg"), bytes(200_000), mark));
        String good = attached(OWN, source(), "photo.jpg", Samples.bytes(file("files/photo.jpg"), bytes(8)));
        examine();

        given().auth().oauth2(OWN).get(bad).then().body("state", equalTo("quarantined"))
                .body("findings.code", hasItem("malware"))
                .body("findings.find { it.code == 'malware' }.detail", equalTo("Test.Mark-1")).body("workingCopies", empty());
        given().auth().oauth2(OWN).get(bad + "/content").then().spec(problem(403, "forbidden"));
        given().auth().oauth2(OWN).get(good).then().body("state", equalTo("inspected"))
                .body("workingCopies.size()", equalTo(2));
        given().auth().oauth2(OWN).get(good + "/content").then().statusCode(200);
    }

    @Test
    void whileTheScannerIsAwayOrUnclearFilesWait() throws IOException, SQLException {
        byte[] photo = Samples.bytes(file("files/photo.jpg"), bytes(8));
        String waiting = attached(OWN, source(), "photo.jpg", photo);
        for (String unclear : new String[] { "INSTREAM size limit exceeded. ERROR", "stream: <script> FOUND", "" }) {
            clamd.say(unclear);
            due(waiting);
            examine();
            given().auth().oauth2(OWN).get(waiting).then().body("state", equalTo("received"))
                    .body("examinationFailure", equalTo("scanner_unavailable"));
        }
        clamd.close();
        due(waiting);
        examine();
        given().auth().oauth2(OWN).get(waiting + "/content").then().spec(problem(403, "forbidden"));
        assertThat(content(Tokens.analyst(), waiting)).isEqualTo(photo);

        clamd = new Clamd(mark);
        QuarkusMock.installMockForType(new ClamdScanner(Optional.of(clamd.address())), ClamdScanner.class);
        due(waiting);
        examine();
        given().auth().oauth2(OWN).get(waiting).then().body("state", equalTo("inspected"))
                .body("examinationFailure", nullValue());
        assertThat(content(OWN, waiting)).isEqualTo(photo);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new ClamdScanner(Optional.of("clamd"))).hasMessageContaining("SCANNER_ADDRESS");
        assertThat(new ClamdScanner(Optional.of(" ")).isConfigured()).isFalse();
    }

    private static void due(String attachment) throws SQLException {
        try (Connection owner = PostgresResource.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("update attachment_examination set due_at = now() - interval '1 second' where attachment_id = '"
                    + idOf(attachment) + "'");
        }
    }
}
