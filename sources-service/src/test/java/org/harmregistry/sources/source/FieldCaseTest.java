package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.unique;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/**
 * The field work of the case, 42 sites and 112 interviews, by a phone on a bad line. Everybody in it is made up, and says so.
 */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class FieldCaseTest {

    private static final int VISITS = 42;
    private static final int INTERVIEWS = 112;
    private static final int FAMILIES = 4;
    private static final int DISTRICTS = 7;
    private static final String PHONE = Tokens.contributor("org-a");

    private final Random chance = new Random(20180605);

    private record Draft(String address, String body, String kind, String place, String family, int people) {
    }

    private static List<Draft> drafts(String dataset) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < VISITS + INTERVIEWS; i++) {
            boolean visit = i < VISITS;
            String place = "Synthetic district " + (i % DISTRICTS);
            String family = visit ? null : "FAM-" + (i % FAMILIES);
            int people = visit ? 0 : 1 + i % 3;
            String part = visit
                    ? "\"siteVisit\": {\"visitedOn\": \"2018-02-%02d\", \"place\": {\"name\": \"%s\", \"country\": \"SY\","
                            .formatted(1 + i % 28, place)
                            + " \"point\": {\"lat\": 35.9%02d, \"lon\": 39.0%02d}}, \"teamSize\": 3}".formatted(i, i)
                    : "\"interview\": {\"heldOn\": \"2018-02-%02d\", \"place\": {\"name\": \"%s\"}, \"family\": \"%s\", \"people\": %d}"
                            .formatted(1 + i % 28, place, family, people);
            String kind = visit ? "site_visit" : "interview";
            drafts.add(new Draft(SOURCES + "/" + UUID.randomUUID(),
                    "{\"kind\": \"%s\", \"title\": \"Synthetic %s %d\", \"dataset\": \"%s\", %s}"
                            .formatted(kind, kind, i, dataset, part),
                    kind, place, family, people));
        }
        return drafts;
    }

    /** Sends and goes away: whether it arrived, and what was answered, the phone never learns. */
    private static void sendAndLoseTheAnswer(Draft draft) throws IOException {
        byte[] body = draft.body().getBytes(StandardCharsets.UTF_8);
        String head = "PUT " + draft.address() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + PHONE
                + "\r\nIf-None-Match: *\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(body);
            line.getOutputStream().flush();
        }
    }

    private static void sendUntilAnswered(Draft draft) {
        Response answer = as(PHONE).header("If-None-Match", "*").body(draft.body()).put(draft.address());

        assertThat(answer.statusCode() + " " + answer.path("code")).isIn("201 null", "412 already_created");
        assertThat(answer.header("Location")).isEqualTo(draft.address());
    }

    @Test
    void fieldWorkSentTwiceInAnyOrderOnABadLineIsThereOnce() throws IOException {
        String dataset = "synthetic-" + unique();
        List<Draft> drafts = drafts(dataset);
        List<Draft> sent = new ArrayList<>(drafts);
        sent.addAll(drafts);
        Collections.shuffle(sent, chance);

        for (Draft draft : sent) {
            if (chance.nextInt(3) == 0) {
                sendAndLoseTheAnswer(draft);
            }
            sendUntilAnswered(draft);
        }

        assertThat(count(dataset, "site_visit")).isEqualTo(VISITS);
        assertThat(count(dataset, "interview")).isEqualTo(INTERVIEWS);
        drafts.forEach(draft -> as(PHONE).get(draft.address()).then().body("version", equalTo(1)));
        Response byFamily = counts(Tokens.analyst(), dataset, "family");
        byFamily.then().body("total.visits", equalTo(VISITS)).body("total.interviews", equalTo(INTERVIEWS))
                .body("total.families", equalTo(FAMILIES)).body("leastShown", nullValue());
        assertThat(groups(byFamily, "interviews")).isEqualTo(counted(drafts, Draft::family, "interview"));
        Response byPlace = counts(PHONE, dataset, "place");
        assertThat(groups(byPlace, "visits")).isEqualTo(counted(drafts, Draft::place, "site_visit"));
        assertThat(groups(byPlace, "interviews")).isEqualTo(counted(drafts, Draft::place, "interview"));
        assertThat(byPlace.<Integer> path("total.people")).isEqualTo(drafts.stream().mapToInt(Draft::people).sum());
        counts(null, dataset, "place").then().body("groups", empty()).body("total", nullValue());
        counts(Tokens.contributor("org-b"), dataset, "place").then().body("groups", empty()).body("total.visits", equalTo(0));
    }

    private static int count(String dataset, String kind) {
        return as(PHONE).queryParam("dataset", dataset).queryParam("kind", kind).queryParam("count", "exact")
                .queryParam("limit", 1).get(SOURCES).path("count");
    }

    private static Response counts(String token, String dataset, String by) {
        return (token == null ? given() : as(token)).queryParam("dataset", dataset).queryParam("by", by)
                .get(SOURCES + "/fieldwork").then().statusCode(200).extract().response();
    }

    private static Map<String, Integer> groups(Response answer, String figure) {
        return answer.jsonPath().<Map<String, Object>> getList("groups").stream()
                .filter(group -> !group.get(figure).equals(0))
                .collect(Collectors.toMap(group -> (String) group.get("key"), group -> (Integer) group.get(figure)));
    }

    private static Map<String, Integer> counted(List<Draft> drafts, Function<Draft, String> by, String kind) {
        return drafts.stream().filter(draft -> draft.kind().equals(kind))
                .collect(Collectors.groupingBy(by, Collectors.summingInt(draft -> 1)));
    }

    @Test
    void countsTheFieldWorkOfAnAreaAsItWas() {
        String dataset = "synthetic-" + unique();
        String last = "";
        for (String area : List.of("SY11", "SY11", "SY11", "SY02")) {
            last = visit(dataset, area);
        }
        interviews(dataset);
        String then = as(Tokens.analyst()).get(last).path("updatedAt");

        area(dataset, "admin1=SY11").then().body("total.visits", equalTo(3)).body("total.interviews", equalTo(3));
        area(dataset, "country=SY").then().body("total.visits", equalTo(4));
        area(dataset, "country=IQ").then().body("total", nullValue());
        area(dataset, "by=mode").then().body("groups.key", equalTo(Arrays.asList("in_person", null)))
                .body("groups[0].interviews", equalTo(3));
        area(dataset, "asOf=" + then).then().body("total.visits", equalTo(4)).body("total.interviews", equalTo(0))
                .body("asOf", equalTo(then));
        given().get(SOURCES + "/fieldwork?asOf=yesterday").then().spec(problemAt(400, "invalid_parameter", "?asOf"));
    }

    private static String visit(String dataset, String area) {
        return createPublic("{\"kind\": \"site_visit\", \"title\": \"Synthetic visit\", \"dataset\": \"" + dataset
                + "\", \"siteVisit\": {\"place\": {\"name\": \"Somewhere\", \"country\": \"SY\", \"admin1\": \"" + area
                + "\"}}}");
    }

    private static void interviews(String dataset) {
        for (int i = 0; i < 3; i++) {
            createPublic("{\"kind\": \"interview\", \"title\": \"Synthetic interview\", \"dataset\": \"" + dataset
                    + "\", \"interview\": {\"mode\": \"in_person\", \"people\": 1, \"place\": {\"country\": \"SY\", \"admin1\": \"SY11\"}}}");
        }
    }

    private static Response area(String dataset, String question) {
        return given().get(SOURCES + "/fieldwork?dataset=" + dataset + "&" + question);
    }

    @Test
    void everybodySeesNoGroupOfFewerThanThree() {
        String dataset = "synthetic-" + unique();
        for (String place : List.of("North", "North", "North", "South", "South")) {
            createPublic("{\"kind\": \"site_visit\", \"title\": \"Synthetic visit\", \"dataset\": \"" + dataset
                    + "\", \"siteVisit\": {\"place\": {\"name\": \"" + place + "\"}}}");
        }

        counts(null, dataset, "place").then().body("groups", hasSize(1)).body("groups[0].key", equalTo("North"))
                .body("groups[0].visits", equalTo(3)).body("groups[0].families", nullValue()).body("leastShown", equalTo(3))
                .body("total.visits", equalTo(5));
        counts(Tokens.analyst(), dataset, "place").then().body("groups.visits", equalTo(List.of(3, 2)));
        given().queryParam("by", "family").get(SOURCES + "/fieldwork").then().spec(problem(403, "forbidden"));
        given().queryParam("by", "name").get(SOURCES + "/fieldwork").then().spec(problemAt(400, "invalid_parameter", "?by"));
    }
}
