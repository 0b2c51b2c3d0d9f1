package org.harmregistry.sources.custody;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Files.attach;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.UUID;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.Json;

/** Evidence that is handed over says in its custody to whom. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class TransferTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String CUSTODIAN = Tokens.of("custodian", "registry", "custodian-1");
    private static final String PLAIN = "{\"recipient\": \"A court\", \"reason\": \"Asked for by letter\"}";

    private static Response transfer(String token, String source, String body) {
        return as(token).body(body).post(source + "/custody/transfers");
    }

    @Test
    void aFileThatIsHandedOverStandsInTheChainWithItsDigest() {
        String source = create(article("Handed over " + unique())).header("Location");
        byte[] file = bytes(3_000);
        String attachment = idOf(attach(OWN, source, file).then().statusCode(201).extract().header("Location"));

        transfer(CUSTODIAN, source, "{\"recipient\": \"A court\", \"reason\": \"Asked for by letter\", \"reference\": \"17/4\","
                + " \"on\": \"2020-02-29\", \"attachment\": \"" + attachment + "\"}").then().statusCode(201)
                .header("Location", endsWith(source + "/custody")).body("digest", equalTo(digest(file)))
                .body("attachment", equalTo(attachment)).body("recipient", equalTo("A court")).body("on", equalTo("2020-02-29"))
                .body("reference", equalTo("17/4"));

        as(OWN).get(source + "/custody").then().statusCode(200).body("verification.state", equalTo("intact"))
                .body("items.act", hasItem("transferred"))
                .body("items.find { it.act == 'transferred' }.actor", equalTo("custodian-1"))
                .body("items.find { it.act == 'transferred' }.digest", equalTo(digest(file)))
                .body("items.find { it.act == 'transferred' }.reason", equalTo("Asked for by letter"))
                .body("items.find { it.act == 'transferred' }.detail.recipient", equalTo("A court"))
                .body("items.find { it.act == 'transferred' }.detail.on", equalTo("2020-02-29"));
        assertThat(as(Tokens.analyst()).get(source + "/custody/certificate?format=json").asString())
                .contains("\"transferred\"", "A court");
    }

    @Test
    void aSourceIsHandedOverAsItsNewestRevisionSays() {
        String source = create(article("Whole " + unique())).header("Location");
        Object snapshot = as(Tokens.analyst()).get(source + "/revisions").path("items[0].snapshot");

        Response told = transfer(Tokens.publisher(), source, PLAIN);

        told.then().statusCode(201).body("attachment", nullValue())
                .body("digest", equalTo(CanonicalJson.digest(Json.encode(snapshot))))
                .body("on", equalTo(told.<String> path("recordedAt").substring(0, 10)));
        as(OWN).get(source).then().body("version", equalTo(1));
    }

    @Test
    void aRepeatedRequestIsOneTransfer() {
        String source = create(article("Once " + unique())).header("Location");
        for (int i = 0; i < 2; i++) {
            as(CUSTODIAN).header("Idempotency-Key", "k-" + source).body(PLAIN).post(source + "/custody/transfers").then()
                    .statusCode(201);
        }
        as(OWN).get(source + "/custody").then().body("items.act", contains("ingested", "transferred"));
    }

    @Test
    void onlyPublishersAndCustodiansRecordOne() {
        String hidden = create(article("Hidden " + unique())).header("Location");
        String shown = createPublic(article("Shown " + unique()));

        given().contentType("application/json").body(PLAIN).post(shown + "/custody/transfers").then()
                .spec(problem(401, "unauthenticated"));
        transfer(Tokens.contributor("org-b"), hidden, "{").then().spec(problem(404, "not_found"));
        transfer(Tokens.contributor("org-b"), shown, PLAIN).then().spec(problem(403, "forbidden"));
        transfer(OWN, hidden, PLAIN).then().spec(problem(403, "forbidden"));
        transfer(Tokens.analyst(), hidden, "{").then().spec(problem(403, "forbidden"));
        as(OWN).get(hidden + "/custody").then().body("items.act", contains("ingested"));
    }

    @Test
    void whatIsNoTransferIsRefused() {
        String source = create(article("Kept " + unique())).header("Location");
        String other = create(article("Other " + unique())).header("Location");
        String elsewhere = idOf(attach(OWN, other, bytes(10)).header("Location"));

        transfer(CUSTODIAN, source, "{\"reason\": \"x\"}").then().spec(problemAt(400, "missing_field", "/recipient"));
        transfer(CUSTODIAN, source, "{\"recipient\": \"A court\", \"reason\": \" \"}").then()
                .spec(problemAt(400, "invalid_value", "/reason"));
        transfer(CUSTODIAN, source, "{\"recipient\": \"" + "x".repeat(301) + "\", \"reason\": \"x\"}").then()
                .spec(problemAt(422, "text_too_long", "/recipient"));
        transfer(CUSTODIAN, source, "{\"recipient\": \"A court\", \"reason\": \"x\", \"on\": \"2999-01-01\"}").then()
                .spec(problemAt(422, "transferred_in_future", "/on"));
        transfer(CUSTODIAN, source, "{\"recipient\": \"A court\", \"reason\": \"x\", \"person\": \"x\"}").then()
                .spec(problemAt(400, "unknown_field", "/person"));
        for (String attachment : new String[] { elsewhere, UUID.randomUUID().toString() }) {
            transfer(CUSTODIAN, source, "{\"recipient\": \"A court\", \"reason\": \"x\", \"attachment\": \"" + attachment
                    + "\"}").then().spec(problemAt(422, "attachment_unknown", "/attachment"));
        }
        as(OWN).get(source + "/custody").then().body("items.act", contains("ingested"));
    }

    @Test
    void nothingIsHandedOverOutOfABrokenChain() {
        String source = create(article("Broken " + unique())).header("Location");
        ChainWriting.behindTheBack("update custody_head set length = 3 where source_id = '" + idOf(source) + "'");

        transfer(CUSTODIAN, source, PLAIN).then().spec(problem(503, "custody_broken"));
    }
}
