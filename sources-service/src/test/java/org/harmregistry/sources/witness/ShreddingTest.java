package org.harmregistry.sources.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.witness.Witnesses.FIRST;
import static org.harmregistry.sources.witness.Witnesses.OWN;
import static org.harmregistry.sources.witness.Witnesses.SECOND;
import static org.harmregistry.sources.witness.Witnesses.interviewOf;
import static org.harmregistry.sources.witness.Witnesses.opened;
import static org.harmregistry.sources.witness.Witnesses.person;
import static org.harmregistry.sources.witness.Witnesses.post;
import static org.harmregistry.sources.witness.Witnesses.put;
import static org.harmregistry.sources.witness.Witnesses.read;
import static org.harmregistry.sources.witness.Witnesses.shred;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is left of an identity whose key was destroyed, and what happens to sealed texts that somebody meddles with. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class ShreddingTest {

    @Test
    void shreddingTakesThePersonAndLeavesTheRest() {
        String source = interviewOf("Test person 20");
        String other = interviewOf("Test person 21");
        String opening = opened(source);
        read(opening, FIRST).then().statusCode(200);

        shred(source);

        as(FIRST).get(source + "/identity").then().statusCode(200).body("state", equalTo("shredded"))
                .body("shreddedAt", notNullValue());
        read(opening, FIRST).then().spec(problem(410, "identity_shredded"));
        post(source + "/identity/openings", FIRST, "again").then().spec(problem(410, "identity_shredded"));
        put(source, OWN, person("Test person 20")).then().statusCode(410);
        as(OWN).get(source).then().statusCode(200);
        as(FIRST).get(source + "/identity/openings").then().statusCode(200).body("items[0].reason", equalTo("a court asks"));
        read(opened(other), FIRST).then().statusCode(200).body("names[0].name", equalTo("Test person 21"));
    }

    @Test
    void aRegisterRestoredFromBeforeBringsNobodyBack() throws SQLException {
        String source = interviewOf("Test person 22");
        String other = interviewOf("Test person 23");
        String opening = opened(source);
        String beside = opened(other);
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            statement.execute("create temporary table backup as select * from witness_identity where source_id in ('"
                    + idOf(source) + "', '" + idOf(other) + "')");

            shred(source);
            statement.execute("update witness_identity w set state = b.state, sealed = b.sealed, shredded_at = null"
                    + " from backup b where b.source_id = w.source_id");

            as(FIRST).get(source + "/identity").then().body("state", equalTo("sealed"));
            read(opening, FIRST).then().spec(problem(410, "key_destroyed"));
            read(beside, FIRST).then().statusCode(200).body("names[0].name", equalTo("Test person 23"));
        }
    }

    @Test
    void ciphertextThatWasMovedOrAlteredDoesNotOpen() throws SQLException {
        String first = interviewOf("Test person 24");
        String second = interviewOf("Test person 25");
        String opening = opened(first);
        String names = sealedNames(first);
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            for (String meddling : new String[] {
                    set(first, "{byField,names}", sealedNames(second)),
                    set(first, "{byField,names}", sealedField(first, "address")),
                    set(first, "{byField,names}",
                            names.substring(0, 40) + (names.charAt(40) == 'A' ? "B" : "A") + names.substring(41)),
                    "update witness_identity set organisation = 'org-b' where source_id = '" + idOf(first) + "'" }) {
                statement.execute(meddling);
                read(opening, FIRST).then().spec(problem(409, "sealed_text_damaged"));
                statement.execute(set(first, "{byField,names}", names));
                statement.execute("update witness_identity set organisation = 'org-a' where source_id = '" + idOf(first) + "'");
                read(opening, FIRST).then().statusCode(200).body("names[0].name", equalTo("Test person 24"));
            }
        }
    }

    @Test
    void shreddingIsTakenUpAgainOnceTheKeyStoreAnswers() throws InterruptedException {
        String source = interviewOf("Test person 26");
        String opening = opened(source);
        String shredding = post(source + "/identity/shredding", FIRST, "the person asks").header("Location");
        String other = post(source + "/identity/shredding", SECOND, "another").header("Location");
        Stores.toArchive().cut();
        try {
            post(shredding + "/consent", SECOND, "agreed").then().spec(problem(503, "keys_unavailable"));
            as(FIRST).get(source + "/identity").then().body("state", equalTo("sealed"));
        } finally {
            Stores.toArchive().mend();
        }
        for (int i = 0; i < 50 && post(shredding + "/consent", SECOND, "agreed").statusCode() == 503; i++) {
            Thread.sleep(200);
        }
        as(FIRST).get(source + "/identity").then().body("state", equalTo("shredded"));
        read(opening, FIRST).then().spec(problem(410, "identity_shredded"));
        post(other + "/consent", FIRST, "again").then().spec(problem(410, "identity_shredded"));
    }

    @Test
    void aShreddingThatWasCutInTheMiddleIsFinished() throws SQLException, InterruptedException {
        String source = interviewOf("Test person 27");
        String opening = opened(source);
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            // As if the service had died between the agreement and the destruction of the key.
            statement.execute("update witness_identity set state = 'shredding' where source_id = '" + idOf(source) + "'");
        }
        read(opening, FIRST).then().spec(problem(410, "identity_shredded"));
        for (int i = 0; i < 50 && !state(source).equals("shredded"); i++) {
            Thread.sleep(200);
        }
        as(FIRST).get(source + "/identity").then().body("state", equalTo("shredded"));
        assertThat(Stores.documents()).filteredOn(document -> document.contains(idOf(source) + "/identity"))
                .hasSize(1).allMatch(document -> document.contains("destroyedAt") && !document.contains("wrapped"));
        assertThat(sealedFields(source)).isEqualTo("{}");
    }

    private static String state(String source) {
        return as(FIRST).get(source + "/identity").path("state");
    }

    private static String sealedFields(String source) throws SQLException {
        try (Connection owner = PostgresResource.asOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sealed -> 'byField' from witness_identity where source_id = '" + idOf(source) + "'")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static String set(String source, String path, String value) {
        return "update witness_identity set sealed = jsonb_set(sealed, '" + path + "', '\"" + value + "\"') where source_id = '"
                + idOf(source) + "'";
    }

    private static String sealedNames(String source) throws SQLException {
        return sealedField(source, "names");
    }

    private static String sealedField(String source, String field) throws SQLException {
        try (Connection owner = PostgresResource.asOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select sealed -> 'byField' ->> '" + field
                        + "' from witness_identity where source_id = '" + idOf(source) + "'")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
