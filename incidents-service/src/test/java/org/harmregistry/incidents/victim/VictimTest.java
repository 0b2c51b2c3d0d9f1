package org.harmregistry.incidents.victim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.incidents.victim.VictimApi.act;
import static org.harmregistry.incidents.victim.VictimApi.add;
import static org.harmregistry.incidents.victim.VictimApi.named;
import static org.harmregistry.incidents.victim.VictimApi.patch;
import static org.harmregistry.incidents.victim.VictimApi.person;
import static org.harmregistry.incidents.victim.VictimApi.victims;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class VictimTest {

    private static final String AUTHOR = Tokens.contributor("victims");
    private static final String NAME = "\"names\":[{\"language\":\"ar\",\"name\":\"اسم مصطنع\"},"
            + "{\"language\":\"ar-Latn\",\"name\":\"Ism Mustana\"}]";

    private static String incident() {
        return create(AUTHOR, body("")).then().statusCode(201).extract().path("id");
    }

    @Test
    void recordsAPersonWithDefaultsThatSayWhatIsUnknown() {
        String incident = incident();
        String all = person("missing under_rubble identified", NAME + ",\"familyGroup\":{\"label\":\"household 1\","
                + "\"relation\":\"mother\"},\"sex\":\"woman\",\"age\":34,\"pregnant\":true,\"cause\":\"incendiary\","
                + "\"externalIds\":[{\"system\":\"list-t\",\"id\":\"" + unique("x") + "\"}],\"notes\":\"n\"");
        Response made = add(AUTHOR, incident, all);

        made.then().statusCode(201).header("ETag", "\"1.own\"")
                .header("Location", endsWith(victims(incident) + "/" + made.path("id")))
                .body("names.name", contains("اسم مصطنع", "Ism Mustana")).body("ageGroup", equalTo("adult"))
                .body("status", equalTo("civilian")).body("statusDisputed", equalTo(false))
                .body("outcome", equalTo("killed")).body("namePublic", equalTo(false)).body("incident", equalTo(incident));
        as(AUTHOR).get(victims(incident) + "/" + made.path("id")).then().statusCode(200).body("", equalTo(made.path("")));
        add(AUTHOR, incident, person("injured", "")).then().statusCode(201).body("sex", equalTo("unknown"))
                .body("ageGroup", equalTo("unknown")).body("cause", equalTo("unknown")).body("names", hasSize(0));
    }

    @Test
    void countsNobodyTwice() {
        String incident = incident();
        String id = add(AUTHOR, incident, person("injured", "")).path("id");
        add(AUTHOR, incident, person("missing", "\"sex\":\"man\""));

        patch(AUTHOR, incident, id, "\"1.own\"", "{\"timeline\":[{\"state\":\"injured\",\"on\":\"2017-07-02\"},"
                + "{\"state\":\"died_of_wounds\",\"on\":\"2017-07\"}]}").then().statusCode(200)
                .body("outcome", equalTo("killed")).header("ETag", "\"2.own\"");
        as(AUTHOR).get(victims(incident) + "/counts").then().statusCode(200).body("byOutcome.killed", equalTo(1))
                .body("byOutcome.injured", nullValue()).body("byOutcome.missing", equalTo(1))
                .body("kinds", hasSize(2)).body("kinds.persons", contains(1, 1)).body("smallestCell", equalTo(1));
        act(AUTHOR, incident, id, "withdrawal", "\"2.own\"").then().statusCode(200).body("state", equalTo("withdrawn"));
        as(AUTHOR).get(victims(incident) + "/counts").then().body("byOutcome.killed", nullValue());
        as(AUTHOR).get(victims(incident)).then().body("items", hasSize(1));
        as(AUTHOR).get(victims(incident) + "?state=withdrawn").then().body("items.id", contains(id));
        patch(AUTHOR, incident, id, "\"3.own\"", "{\"notes\":\"x\"}").then().spec(problem(409, "victim_withdrawn"));
    }

    @Test
    void takesAnIdOfARegisterForOnePersonOfAnIncident() {
        String incident = incident();
        String other = incident();
        String hidden = create(Tokens.contributor("victims-elsewhere"), body("")).path("id");
        String bearing = "\"externalIds\":[{\"system\":\"list-t\",\"id\":\"" + unique("r") + "\"}]";
        String first = add(AUTHOR, incident, person("identified", bearing)).then().statusCode(201).extract().path("id");

        add(AUTHOR, incident, person("missing", bearing)).then().spec(problem(409, "register_id_taken"));
        add(AUTHOR, other, person("missing", bearing)).then().statusCode(201)
                .body("dataQuality.code", contains("register_id_in_other_incident"))
                .body("dataQuality[0].pointer", equalTo("/externalIds/0")).body("dataQuality[0].incidents", contains(incident));
        add(Tokens.contributor("victims-elsewhere"), hidden, person("missing", bearing)).then().statusCode(201)
                .body("dataQuality", hasSize(0));
        as(AUTHOR).get(victims(incident) + "/" + first).then().body("dataQuality[0].incidents", contains(other));
        as(Tokens.analyst()).get(victims(incident) + "/" + first).then()
                .body("dataQuality[0].incidents", containsInAnyOrder(other, hidden));
        act(AUTHOR, incident, first, "withdrawal", "\"1.own\"").then().statusCode(200);
        add(AUTHOR, incident, person("missing", bearing)).then().statusCode(201);
    }

    @Test
    void makesOneOfFiftyParallelSendingsOfOneRegisterId() {
        String incident = incident();
        String content = person("missing", "\"externalIds\":[{\"system\":\"list-t\",\"id\":\"" + unique("p") + "\"}]");
        ExecutorService many = Executors.newFixedThreadPool(10);
        try {
            List<Integer> answers = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> add(AUTHOR, incident, content).statusCode(), many))
                    .toList()
                    .stream().map(CompletableFuture::join).toList();
            assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        } finally {
            many.shutdownNow();
        }
        as(AUTHOR).get(victims(incident) + "/counts").then().body("byOutcome.missing", equalTo(1));
    }

    @Test
    void showsNamesToAnalystsAndTheOwnOrganisationOnly() {
        String incident = publicIncident("victims", body(""));
        String id = add(Tokens.analyst(), incident,
                person("identified", NAME + ",\"sex\":\"man\",\"notes\":\"told by a neighbour\""))
                .then().statusCode(201).extract().path("id");
        String one = victims(incident) + "/" + id;

        for (String token : List.of(AUTHOR, Tokens.analyst(), Tokens.publisher())) {
            as(token).get(one).then().statusCode(200).body("names[1].name", equalTo("Ism Mustana"));
        }
        for (String token : List.of(Tokens.contributor("stranger"), Tokens.admin(), Tokens.of("custodian", "registry", "c-1"),
                Tokens.of("party", "alliance", "p-1"))) {
            as(token).get(one).then().spec(problem(404, "not_found"));
            as(token).get(victims(incident)).then().statusCode(200).body("items", hasSize(0));
            as(token).get(one + "/revisions").then().spec(problem(404, "not_found"));
        }
        given().get(one).then().spec(problem(404, "not_found"));
        given().get(victims(incident)).then().statusCode(200).body("items", hasSize(0));
        given().get(one + "/revisions").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void letsEverybodyReadANameOnlyAfterAPublishersAct() {
        String incident = publicIncident("victims", body(""));
        String id = add(Tokens.analyst(), incident, person("identified", NAME + ",\"sex\":\"man\",\"notes\":\"private\""))
                .path("id");
        String one = victims(incident) + "/" + id;

        act(Tokens.analyst(), incident, id, "publication", "\"1.full\"").then().spec(problem(403, "forbidden"));
        as(Tokens.publisher()).contentType("application/json").header("If-Match", "\"1.full\"").body("{}")
                .post(one + "/publication").then().spec(problemAt(400, "missing_field", "/reason"));
        act(Tokens.publisher(), incident, id, "publication", "\"1.full\"").then().statusCode(200).body("namePublic",
                equalTo(true));
        act(Tokens.publisher(), incident, id, "publication", "\"2.full\"").then().spec(problem(409, "name_already_public"));

        Response shown = given().get(one);
        shown.then().statusCode(200).header("ETag", "\"1.public\"").body("names[1].name", equalTo("Ism Mustana"))
                .body("sex", equalTo("man")).body("outcome", equalTo("killed")).body("version", equalTo(1));
        assertThat(shown.asString()).doesNotContain("private").doesNotContain("timeline").doesNotContain("statusDisputed");
        given().get(victims(incident)).then().body("items.id", contains(id));
        act(Tokens.publisher(), incident, id, "withholding", "\"2.full\"").then().statusCode(200);
        given().get(one).then().spec(problem(404, "not_found"));
        as(Tokens.analyst()).get(one + "/revisions").then().statusCode(200)
                .body("items.kind", contains("created", "published", "withheld"))
                .body("items.reason", contains(null, "the family asked", "the family asked"))
                .body("items[0].snapshot.names[1].name", equalTo("Ism Mustana"));
        String unnamed = add(Tokens.analyst(), incident, person("unidentified_body", "")).path("id");
        act(Tokens.publisher(), incident, unnamed, "publication", "\"1.full\"").then().spec(problem(409, "victim_unnamed"));
    }

    @Test
    void countsForEverybodyWithoutDescribingOnePerson() {
        String incident = publicIncident("victims", body(""));
        for (int i = 0; i < 3; i++) {
            add(Tokens.analyst(), incident, person("unidentified_body", "\"sex\":\"man\",\"ageGroup\":\"adult\""));
        }
        add(Tokens.analyst(), incident, person("identified", "\"sex\":\"woman\",\"age\":8," + named("Layla Testname")));
        add(Tokens.analyst(), incident, person("injured", "\"sex\":\"woman\",\"age\":9"));

        given().get(victims(incident) + "/counts").then().statusCode(200).body("smallestCell", equalTo(3))
                .body("byOutcome.killed", equalTo(4)).body("byOutcome.injured", equalTo(1))
                .body("kinds", hasSize(1)).body("kinds[0].sex", equalTo("man")).body("kinds[0].ageGroup", equalTo("adult"))
                .body("kinds[0].status", equalTo("civilian")).body("kinds[0].persons", equalTo(3))
                .body("notShown.killed", equalTo(1)).body("notShown.injured", equalTo(1));
        as(Tokens.analyst()).get(victims(incident) + "/counts").then().body("kinds", hasSize(3));
        given().get(victims(incident()) + "/counts").then().spec(problem(404, "not_found"));
    }

    @Test
    void createsUnderAnIdOfTheClientsOnce() {
        String incident = incident();
        String address = victims(incident) + "/" + UUID.randomUUID();
        String content = person("missing", NAME);

        as(AUTHOR).contentType("application/json").body(content).put(address).then()
                .spec(problem(428, "precondition_required"));
        as(AUTHOR).contentType("application/json").header("If-None-Match", "*").body(content).put(address).then()
                .statusCode(201).header("Location", endsWith(address)).header("ETag", "\"1.own\"");
        as(AUTHOR).contentType("application/json").header("If-None-Match", "*").body(content).put(address).then()
                .spec(problem(412, "already_created")).header("Location", endsWith(address)).header("ETag", "\"1.own\"");
        as(AUTHOR).contentType("application/json").header("If-None-Match", "*").body(person("injured", "")).put(address).then()
                .spec(problem(412, "id_taken"));
        String elsewhere = address.replace(incident, incident());
        as(AUTHOR).contentType("application/json").header("If-None-Match", "*").body(content).put(elsewhere).then()
                .spec(problem(409, "id_not_available"));
        as(AUTHOR).get(elsewhere).then().spec(problem(404, "not_found"));
    }

    @Test
    void walksAllVictimsInPages() {
        String incident = incident();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(add(AUTHOR, incident, person("missing", "")).path("id"));
        }
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var request = as(AUTHOR).queryParam("limit", 2);
            Response page = (next == null ? request : request.queryParam("after", next)).get(victims(incident));
            seen.addAll(page.jsonPath().getList("items.id"));
            next = page.path("page.next");
        } while (next != null && seen.size() < 10);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        String cursor = as(AUTHOR).queryParam("limit", 2).get(victims(incident)).path("page.next");
        as(AUTHOR).queryParam("after", cursor).get(victims(incident()))
                .then().spec(problemAt(400, "invalid_cursor", "?after"));
    }

    @Test
    void isWrittenByAuthorsUntilAcceptedAndByAnalysts() {
        String incident = incident();
        String id = add(AUTHOR, incident, person("missing", "")).path("id");

        given().contentType("application/json").body("{").post(victims(incident)).then().spec(problem(401, "unauthenticated"));
        add(Tokens.contributor("stranger"), incident, "{").then().spec(problem(404, "not_found"));
        add(Tokens.publisher(), incident, "{").then().spec(problem(403, "forbidden"));
        step(AUTHOR, incident, "submission", "\"1.own\"").then().statusCode(200);
        step(Tokens.analyst(), incident, "acceptance", "\"2.full\"").then().statusCode(200);
        add(AUTHOR, incident, person("missing", "")).then().spec(problem(409, "already_accepted"));
        patch(AUTHOR, incident, id, "\"1.own\"", "{\"age\":3}").then().spec(problem(409, "already_accepted"));
        patch(Tokens.analyst(), incident, id, "\"1.full\"", "{\"age\":3}").then().statusCode(200).body("ageGroup",
                equalTo("child"));
        patch(Tokens.analyst(), incident, id, "\"1.full\"", "{\"age\":4}").then().spec(problem(412, "version_stale"))
                .header("ETag", "\"2.full\"");
        patch(Tokens.analyst(), incident, id, "\"2.full\"", "{\"age\":3}").then().statusCode(200).header("ETag", "\"2.full\"");
    }
}
