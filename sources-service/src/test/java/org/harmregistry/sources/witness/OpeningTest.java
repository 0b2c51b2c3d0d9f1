package org.harmregistry.sources.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;
import static org.harmregistry.sources.witness.Witnesses.FIRST;
import static org.harmregistry.sources.witness.Witnesses.OWN;
import static org.harmregistry.sources.witness.Witnesses.SECOND;
import static org.harmregistry.sources.witness.Witnesses.custodian;
import static org.harmregistry.sources.witness.Witnesses.interview;
import static org.harmregistry.sources.witness.Witnesses.interviewOf;
import static org.harmregistry.sources.witness.Witnesses.opened;
import static org.harmregistry.sources.witness.Witnesses.person;
import static org.harmregistry.sources.witness.Witnesses.post;
import static org.harmregistry.sources.witness.Witnesses.put;
import static org.harmregistry.sources.witness.Witnesses.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Who puts an identity in, and how two custodians open it. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class OpeningTest {

    @Test
    void whatWasPutInIsReadOnlyByWhoAskedAndOnlyWithConsent() {
        String source = interview();
        put(source, OWN, """
                {"names": [{"language": "en", "name": "Test person 1"}, {"language": "ar", "name": "شخص تجريبي ١"}],
                 "contacts": [{"kind": "phone", "value": "+000 000 0001"}],
                 "dateOfBirth": {"date": "1980-01-01", "precision": "year"}, "address": "A street that does not exist",
                 "relations": [{"relation": "brother", "name": "Test person 2"}], "notes": "synthetic"}
                """).then().statusCode(201).header("ETag", "\"1.sealed\"").body("state", equalTo("sealed"))
                .body("names", nullValue());
        String opening = post(source + "/identity/openings", FIRST, "a court asks").then().statusCode(201)
                .body("state", equalTo("requested")).body("number", equalTo(1)).extract().header("Location");
        read(opening, FIRST).then().spec(problem(409, "consent_missing"));
        post(opening + "/consent", FIRST, "my own").then().spec(problem(403, "second_custodian_needed"));
        post(opening + "/consent", SECOND, "seen").then().statusCode(200).body("state", equalTo("consented"));

        read(opening, SECOND).then().spec(problem(403, "forbidden"));
        read(opening, OWN).then().spec(problem(403, "forbidden"));
        read(opening, FIRST).then().statusCode(200).header("Cache-Control", "no-store").header("ETag", nullValue())
                .body("names.name", contains("Test person 1", "شخص تجريبي ١"))
                .body("contacts[0].value", equalTo("+000 000 0001")).body("dateOfBirth.date", equalTo("1980-01-01"))
                .body("dateOfBirth.precision", equalTo("year")).body("address", equalTo("A street that does not exist"))
                .body("relations[0].name", equalTo("Test person 2")).body("notes", equalTo("synthetic"));

        as(OWN).get(source + "/identity/openings").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].requestedBy", equalTo("custodian-1")).body("items[0].decidedBy", equalTo("custodian-2"))
                .body("items[0].reason", equalTo("a court asks")).body("items[0].decision", equalTo("seen"))
                .body("items[0].readings", equalTo(1)).body(not(containsString("Test person")));
        as(OWN).get(source + "/identity").then().statusCode(200).body(not(containsString("Test person")));
    }

    @Test
    void fiftyConsentsAtOnceOpenOnceAndNeverByWhoAsked() {
        String source = interviewOf("Test person 3");
        String opening = post(source + "/identity/openings", FIRST, "r").header("Location");
        assertThat(codes(opening, i -> FIRST)).containsOnly(403);
        as(FIRST).get(opening).then().body("state", equalTo("requested"));

        List<Integer> codes = codes(opening, i -> i % 2 == 0 ? FIRST : custodian("custodian-" + (10 + i)));

        assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
        assertThat(codes).filteredOn(code -> code == 409).hasSize(24);
        as(FIRST).get(opening).then().body("decidedBy", not(equalTo("custodian-1")));
    }

    private static List<Integer> codes(String opening, java.util.function.IntFunction<String> who) {
        return IntStream.range(0, 50).parallel().mapToObj(i -> post(opening + "/consent", who.apply(i), "r").statusCode())
                .toList();
    }

    @Test
    void aRefusedRequestStaysClosed() {
        String source = interviewOf("Test person 4");
        String opening = post(source + "/identity/openings", FIRST, "r").header("Location");
        post(opening + "/refusal", SECOND, "not founded").then().statusCode(200).body("state", equalTo("refused"));

        post(opening + "/consent", SECOND, "after all").then().spec(problem(409, "conflict_with_state"));
        read(opening, FIRST).then().spec(problem(409, "consent_missing"));
        as(SECOND).get(opening).then().body("decision", equalTo("not founded"));
        post(source + "/identity/openings", SECOND, "another").then().statusCode(201).body("number", equalTo(2));
    }

    @Test
    void wrongRolesAreToldNothing() {
        String held = interviewOf("Test person 5");
        String none = interview();
        String nowhere = "/api/v1/sources/" + UUID.randomUUID();
        for (String role : List.of("analyst", "publisher", "admin")) {
            String token = Tokens.of(role, "registry", role + "-9");
            for (String source : List.of(held, none)) {
                as(token).get(source + "/identity").then().spec(problem(403, "forbidden"));
                put(source, token, person("Test person 6")).then().spec(problem(403, "forbidden"));
                post(source + "/identity/openings", token, "r").then().spec(problem(403, "forbidden"));
                as(token).get(source + "/identity/openings").then().spec(problem(403, "forbidden"));
                as(token).get(source + "/identity/openings/1/identity").then().spec(problem(403, "forbidden"));
                post(source + "/identity/shredding", token, "r").then().spec(problem(403, "forbidden"));
            }
        }
        for (String source : List.of(held, none, nowhere)) {
            as(Tokens.contributor("org-b")).get(source + "/identity").then().spec(problem(404, "not_found"));
            put(source, Tokens.contributor("org-b"), "{").then().spec(problem(404, "not_found"));
            as(Tokens.of("party", "org-b", "party-1")).get(source + "/identity").then().spec(problem(404, "not_found"));
            given().get(source + "/identity").then().spec(problem(401, "unauthenticated"));
        }
        post(held + "/identity/openings", OWN, "r").then().spec(problem(403, "forbidden"));
        post(none + "/identity/openings", FIRST, "r").then().spec(problem(404, "not_found"));
    }

    @Test
    void anIdentityIsReplacedOnlyByWhoKnowsItsVersion() {
        String source = interview();
        as(OWN).body(person("Test person 7")).put(source + "/identity").then()
                .spec(problemAt(428, "precondition_required", "#If-None-Match"));
        put(source, OWN, person("Test person 7")).then().statusCode(201);
        put(source, OWN, person("Test person 7")).then().spec(problem(412, "already_created")).header("ETag", "\"1.sealed\"");
        put(source, OWN, person("Test person 8")).then().spec(problem(412, "id_taken"));
        put(source, Tokens.of("contributor", "org-a", "a colleague"), person("Test person 7")).then()
                .spec(problem(412, "id_taken"));
        as(OWN).header("If-Match", "\"9.sealed\"").body(person("Test person 8")).put(source + "/identity").then()
                .spec(problem(412, "version_stale"));
        as(OWN).header("If-Match", "\"1.sealed\"").body(person("Test person 8")).put(source + "/identity").then()
                .statusCode(200).header("ETag", "\"2.sealed\"");
        read(opened(source), FIRST).then().body("names[0].name", equalTo("Test person 8"));
        // What the source itself shows does not move: its version would tell that there is an identity.
        as(OWN).get(source).then().header("ETag", "\"1.own\"");
    }

    @Test
    void whatIsNoIdentityIsRefused() {
        String source = interview();
        put(source, OWN, "{\"names\": []}").then().spec(problemAt(400, "missing_field", "/names"));
        put(source, OWN, "{\"names\": [{\"name\": \"\"}]}").then().spec(problemAt(400, "invalid_value", "/names/0/name"));
        put(source, OWN, "{\"names\": [{\"name\": \"x\"}], \"nickname\": \"y\"}").then()
                .spec(problemAt(400, "unknown_field", "/nickname"));
        put(source, OWN, "{\"names\": [{\"name\": \"x\"}], \"dateOfBirth\": {\"date\": \"1980-01-01\"}}").then()
                .spec(problemAt(400, "invalid_value", "/dateOfBirth/precision"));
        String story = create(article("No person behind it")).header("Location");
        put(story, OWN, person("Test person 9")).then().spec(problem(422, "no_person_behind"));
        String held = interviewOf("Test person 10");
        post(held + "/identity/openings", FIRST, "").then().spec(problemAt(400, "invalid_value", "/reason"));
        as(FIRST).get(held + "/identity/openings/0").then().spec(problem(404, "not_found"));
        as(FIRST).get(held + "/identity/openings/7/identity").then().spec(problem(404, "not_found"));
    }

    @Test
    void aRepeatedRequestWithItsKeyIsTakenOnce() {
        String source = interviewOf("Test person 11");
        String key = unique();
        var ask = as(FIRST).header("Idempotency-Key", key).body("{\"reason\": \"twice\"}");
        ask.post(source + "/identity/openings").then().statusCode(201).body("number", equalTo(1));
        ask.post(source + "/identity/openings").then().statusCode(201).body("number", equalTo(1));
        as(FIRST).header("Idempotency-Key", key).body("{\"reason\": \"another\"}").post(source + "/identity/openings").then()
                .spec(problem(422, "idempotency_key_reused"));
    }

    @Test
    void whatIsOverDoesNotOpen() throws SQLException {
        String source = interviewOf("Test person 12");
        String opening = opened(source);
        String waiting = post(source + "/identity/openings", FIRST, "r").header("Location");
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            statement.execute("update guarded_act set open_until = now() - interval '1 second', expires_at = now() - interval"
                    + " '1 second' where source_id = '" + idOf(source) + "'");
        }
        read(opening, FIRST).then().spec(problem(410, "opening_over"));
        post(waiting + "/consent", SECOND, "late").then().spec(problem(409, "request_expired"));
        read(waiting, FIRST).then().spec(problem(409, "consent_missing"));
    }

    @Test
    void everyStepStandsInTheHistoryAndReadingsInTheCustodyToo() throws SQLException {
        String source = interviewOf("Test person 13");
        read(opened(source), FIRST).then().statusCode(200);
        Witnesses.shred(source);
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            assertThat(strings(statement,
                    "select kind || ' by ' || recorded_by from revision where collection = 'identities' and"
                            + " record_id = '" + idOf(source) + "' order by version"))
                    .containsExactly("put by contributor-of-org-a",
                            "opening_requested by custodian-1", "opening_consented by custodian-2",
                            "opening_read by custodian-1",
                            "shredding_requested by custodian-1", "shredding_consented by custodian-2", "shredded by registry");
            assertThat(strings(statement, "select act || ' by ' || actor from custody_entry where source_id = '" + idOf(source)
                    + "' order by sequence")).containsExactly("ingested by contributor-of-org-a", "accessed by custodian-1",
                            "deleted_under_rule by registry");
            assertThat(strings(statement, "select reason from revision where collection = 'identities' and reason is not null"))
                    .isEmpty();
        }
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
