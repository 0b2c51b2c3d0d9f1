package org.harmregistry.sources.citation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.unique;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Incidents;
import org.harmregistry.sources.testing.Incidents.Trouble;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/**
 * Whether the incident cited exists, as the service that keeps incidents says, and what is done while that one is in trouble.
 */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Incidents.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class CitationSettlingTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String ANALYST = Tokens.analyst();

    @AfterEach
    void heal() {
        if (trouble) {
            Incidents.is(Trouble.NONE);
        }
    }

    private boolean trouble;

    private static Response cite(String source, String token, String incident) {
        return as(token).body("{\"incident\": \"" + incident + "\", \"stance\": \"supports\"}").post(source + "/citations");
    }

    private static String verification(String citation, String token) {
        return (token == null ? given() : as(token)).get(citation).then().statusCode(200).extract().path("verification");
    }

    private static void within(Duration limit, String citation, String token, String wanted) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        String found = verification(citation, token);
        while (!found.equals(wanted) && System.nanoTime() < end) {
            Thread.sleep(100);
            found = verification(citation, token);
        }
        assertThat(found).as(citation).isEqualTo(wanted);
    }

    @Test
    void whoCitesIsToldAtOnceAsFarAsTheyMaySee() {
        String shown = createPublic(article("Verified"));
        String draft = create(article("Own draft")).header("Location");

        cite(shown, ANALYST, Incidents.add("org-b", true)).then().statusCode(201).body("verification", equalTo("verified"));
        cite(shown, ANALYST, Incidents.add("org-b", false)).then().body("verification", equalTo("verified"));
        cite(draft, OWN, Incidents.add("org-a", false)).then().body("verification", equalTo("verified"));
        cite(draft, OWN, Incidents.add("org-b", true)).then().body("verification", equalTo("verified"));
        cite(draft, OWN, Incidents.add("org-b", false)).then().body("verification", equalTo("unknown_incident"));
        cite(draft, OWN, unique()).then().body("verification", equalTo("unknown_incident"));
        as(OWN).header("If-None-Match", "*").body("{\"incident\": \"" + Incidents.add("org-a", false)
                + "\", \"stance\": \"mentions\"}").put(draft + "/citations/" + unique()).then().statusCode(201)
                .body("verification", equalTo("verified"));
    }

    /** A hidden incident and one that does not exist must never be told apart: not at once, not later, not by a version. */
    @Test
    void aHiddenIncidentIsNoOtherThanNone() throws InterruptedException {
        String draft = create(article("Probing")).header("Location");
        String hidden = cite(draft, OWN, Incidents.add("org-b", false)).header("Location");
        String none = cite(draft, OWN, unique()).header("Location");
        // Long enough for the job to have asked with its own, wider rights, and for it to ask again.
        Thread.sleep(4_500);

        for (String token : List.of(OWN, ANALYST)) {
            Response first = as(token).get(hidden);
            Response second = as(token).get(none);
            assertThat(first.header("ETag")).isEqualTo(second.header("ETag"));
            for (String member : List.of("verification", "version", "status")) {
                assertThat(first.<Object> path(member)).as(member).isEqualTo(second.path(member));
            }
            assertThat(first.<Object> path("successor")).isNull();
        }
        assertThat(verification(hidden, OWN)).isEqualTo("unknown_incident");
        as(OWN).get(hidden + "/revisions").then().body("items.kind", contains("created"));
    }

    @Test
    void whatEverybodyIsToldFollowsThePublicationOfTheIncident() throws InterruptedException {
        String source = createPublic(article("Withheld incident"));
        UUID incident = UUID.fromString(Incidents.add("org-b", false));
        String citation = cite(source, ANALYST, incident.toString()).header("Location");
        assertThat(verification(citation, ANALYST)).isEqualTo("verified");
        assertThat(verification(citation, null)).isEqualTo("unknown_incident");

        Incidents.put(incident, "org-b", true);

        within(Duration.ofSeconds(8), citation, null, "verified");
        String exported = given().queryParam("format", "ndjson").queryParam("incident", incident.toString()).get(CITATIONS)
                .asString();
        assertThat(exported).contains("\"verification\": \"verified\"");
    }

    @Test
    void aMergerKeepsTheIdCitedAndNamesTheSuccessor() throws InterruptedException {
        String source = createPublic(article("Merged"));
        String incident = Incidents.add("org-b", true);
        String citation = cite(source, ANALYST, incident).header("Location");
        String next = Incidents.add("org-b", true);
        String last = Incidents.add("org-b", true);

        Incidents.merge(incident, next);
        Incidents.merge(next, last);
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (given().get(citation).path("successor") == null && System.nanoTime() < end) {
            Thread.sleep(100);
        }

        given().get(citation).then().body("incident", equalTo(incident)).body("successor", equalTo(last))
                .body("verification", equalTo("verified"));
        as(ANALYST).get(citation + "/revisions").then().body("items.kind", contains("created", "settled"))
                .body("items[1].recordedBy", equalTo("sources-service"));
        String hidden = Incidents.add("org-b", false);
        Incidents.merge(last, hidden);
        Thread.sleep(5_000);
        given().get(citation).then().body("successor", nullValue()).body("verification", equalTo("unknown_incident"));
    }

    @Test
    void anImportIsSettledAfterwardsAndStaysAsImported() throws InterruptedException {
        String source = createPublic(article("Imported"));
        String incident = Incidents.add("org-b", true);
        String row = "{\"source\": \"" + idOf(source) + "\", \"incident\": \"" + incident + "\", \"stance\": \"%s\"}";
        String citation = CITATIONS + "/" + results(importRows(CITATIONS, ANALYST, "upsert", row.formatted("supports"))).get(0)
                .getString("id");

        within(Duration.ofSeconds(5), citation, null, "verified");
        assertThat(results(importRows(CITATIONS, ANALYST, "upsert", row.formatted("mentions"))).get(0).getString("result"))
                .isEqualTo("updated");
    }

    @Test
    void anIncidentThatArrivesAfterItsCitationsAndOneCitedInPlaceOfAnotherAreFound() throws InterruptedException {
        String draft = create(article("Before its incident")).header("Location");
        UUID late = UUID.randomUUID();
        String citation = cite(draft, OWN, late.toString()).header("Location");
        assertThat(verification(citation, OWN)).isEqualTo("unknown_incident");
        Incidents.put(late, "org-a", false);
        within(Duration.ofSeconds(5), citation, OWN, "verified");

        String tag = as(OWN).get(citation).header("ETag");
        patch(citation, OWN, tag, "{\"incident\": \"" + unique() + "\"}").then().statusCode(200)
                .body("verification", equalTo("unverified"));
        within(Duration.ofSeconds(5), citation, OWN, "unknown_incident");
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, mode = EnumSource.Mode.EXCLUDE, names = { "NONE", "FLAPPING" })
    void whileTheNeighbourIsInTroubleCitationsAreTakenAndSettledAfterIt(Trouble wanted) throws InterruptedException {
        String source = createPublic(article("In trouble " + wanted));
        String incident = Incidents.add("org-b", true);
        trouble = true;
        Incidents.is(wanted);
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            Response answer = as(ANALYST).body("{\"incident\": \"" + incident + "\", \"stance\": \"supports\", \"passage\": \""
                    + i + "\"}").post(source + "/citations");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2_200));
            answer.then().statusCode(201).body("verification", equalTo("unverified"));
            taken.add(answer.header("Location"));
        }
        Thread.sleep(1_500);
        assertThat(verification(taken.get(0), ANALYST)).isEqualTo("unverified");

        Incidents.is(Trouble.NONE);

        long healed = System.nanoTime();
        for (String citation : taken) {
            within(Duration.ofSeconds(5).minusNanos(System.nanoTime() - healed), citation, null, "verified");
        }
    }

    @Test
    void aNeighbourThatComesAndGoesLosesNothing() throws InterruptedException {
        String source = createPublic(article("Flapping"));
        trouble = true;
        Incidents.is(Trouble.FLAPPING);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add("{\"source\": \"" + idOf(source) + "\", \"incident\": \"" + Incidents.add("org-b", true)
                    + "\", \"stance\": \"supports\"}");
        }
        List<String> taken = results(importRows(CITATIONS, ANALYST, "upsert", rows.toArray(String[]::new))).stream()
                .map(result -> CITATIONS + "/" + result.getString("id")).toList();
        Thread.sleep(3_000);
        Incidents.is(Trouble.NONE);

        long healed = System.nanoTime();
        for (String citation : taken) {
            within(Duration.ofSeconds(8).minusNanos(System.nanoTime() - healed), citation, null, "verified");
            as(ANALYST).get(citation).then().body("version", equalTo(2));
        }
    }
}
