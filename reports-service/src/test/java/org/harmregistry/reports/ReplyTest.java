package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** The right of reply: asked before publication, answered or not, and answered afterwards. */
@ServiceTest
class ReplyTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private String slug;

    @BeforeEach
    void define() {
        ReportsScene.neighbours("world=river");
        slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
    }

    @Test
    void answersAndSilenceStandInTheEdition() {
        String answered = ask("force-a", "How many rounds were fired?", TODAY.minusDays(1));
        ask("force-b", "Who gave the order?", TODAY.minusDays(1));
        ask("is", "Will you let the families in?", TODAY.plusDays(7));
        answer(party("force-a"), answered, "{\"text\": \"We fired none & never did.\"}").statusCode(201)
                .body("channel", equalTo("registry")).body("receivedOn", equalTo(TODAY.toString()));
        given().get("/api/v1/reports/" + slug + "/questions").then().body("items", hasSize(0));

        ReportsScene.makeDue();
        JsonPath edition = ReportsScene.edition(slug);
        assertThat(edition.getString("status")).isEqualTo("published");
        JsonPath document = given().get("/api/v1/editions/" + edition.getString("id") + "/files/json").then().statusCode(200)
                .extract().jsonPath();
        String section = document.getMap("sections.find { it.key == 'replies' }").toString();
        assertThat(section).contains("How many rounds were fired?", "question to Force A", "We fired none & never did.",
                "Force B had not answered by", "Islamic State has time for an answer until")
                .doesNotContain("Islamic State had not answered", "Force A had not answered");
        given().accept("text/html").get("/editions/" + edition.getString("id")).then()
                .body(containsString("We fired none &amp; never did."));
        given().get("/api/v1/reports/" + slug + "/questions").then().body("items", hasSize(3))
                .body("items[0].replies", hasSize(1));
    }

    @Test
    void aLateAnswerStandsBesideTheEdition() {
        String question = ask("force-a", "How many rounds were fired?", TODAY.minusDays(1));
        ReportsScene.makeDue();
        String id = ReportsScene.edition(slug).getString("id");
        String before = given().get("/api/v1/editions/" + id).then().extract().path("digest");

        reply(party("force-b"), id, "{\"text\": \"Not ours.\"}").spec(Problems.problem(403, "reply_of_another_party"));
        reply(party("force-a"), id, "{\"text\": \"<script>x</script> Late but true.\", \"question\": \"" + question + "\"}")
                .statusCode(201);
        reply(party("force-a"), id, "{\"text\": \"We disagree with the whole.\"}").statusCode(201)
                .body("question", nullValue());
        given().get("/api/v1/editions/" + id + "/replies").then().statusCode(200).body("items", hasSize(2));
        given().accept("text/html").get("/editions/" + id).then().statusCode(200)
                .body(containsString("&lt;script&gt;x&lt;/script&gt; Late but true."))
                .body(containsString("We disagree with the whole.")).body(not(containsString("<script>")));
        assertThat((String) given().get("/api/v1/editions/" + id).then().extract().path("digest")).isEqualTo(before);
        given().get("/api/v1/editions/" + id + "/verification").then().body("matches", equalTo(true));
    }

    @Test
    void silenceStandsBesideAnEditionThatStillWaitedForAnAnswer() {
        String silent = ask("force-b", "Who gave the order?", TODAY.plusDays(1));
        String answered = ask("force-a", "How many rounds were fired?", TODAY.plusDays(1));
        ReportsScene.makeDue();
        String id = ReportsScene.edition(slug).getString("id");
        String none = "force-b was asked on";
        given().accept("text/html").get("/editions/" + id).then().body(not(containsString(none)));
        reply(party("force-a"), id, "{\"text\": \"None.\", \"question\": \"" + answered + "\"}").statusCode(201);

        // Three days go by.
        ReportsScene
                .sql("update question set due_on = due_on - 3, recorded_at = recorded_at - interval '3 days' where report = '"
                        + slug + "'");
        ReportsScene.sql("update edition set effective_at = effective_at - interval '3 days' where id = '" + id + "'");
        given().accept("text/html").get("/editions/" + id).then().body(containsString(none))
                .body(not(containsString("force-a was asked on")));
        answer(party("force-b"), silent, "{\"text\": \"Late.\"}").statusCode(201);
        given().accept("text/html").get("/editions/" + id).then().body(not(containsString(none)))
                .body(containsString("Late."));
        ReportsScene.sql("update edition set effective_at = effective_at + interval '3 days' where id = '" + id + "'");
    }

    @Test
    void aPublisherRecordsWhatCameByLetter() {
        String question = ask("force-a", "How many rounds were fired?", TODAY.minusDays(3));
        String body = "{\"text\": \"By letter: none.\", \"channel\": \"letter\", \"receivedOn\": \"%s\"}";
        answer(Tokens.publisher(), question, "{\"text\": \"By letter: none.\"}")
                .spec(Problems.problemAt(400, "missing_field", "/channel"));
        answer(Tokens.publisher(), question, body.formatted(TODAY.plusDays(1)))
                .spec(Problems.problemAt(400, "invalid_value", "/receivedOn"));
        answer(Tokens.publisher(), question, body.formatted(TODAY.minusDays(2))).statusCode(201)
                .body("party", equalTo("force-a")).body("channel", equalTo("letter"));
        answer(party("force-a"), question, body.formatted(TODAY)).spec(Problems.problemAt(400, "read_only_field", "/channel"));
    }

    @Test
    void whatNamesAWitnessIsHeldUntilAPublisherLetsItOut() {
        String question = ask("force-a", "Who was there?", TODAY.minusDays(1));
        ReportsScene.makeDue();
        String id = ReportsScene.edition(slug).getString("id");
        String text = "Ask the witness Amal Example of the second floor.";
        String held = reply(party("force-a"), id, "{\"text\": \"" + text + "\", \"question\": \"" + question + "\"}")
                .statusCode(201).body("heldBy[0]", equalTo("named-person-1")).extract().path("id");
        given().get("/api/v1/editions/" + id + "/replies").then().body("items", hasSize(0));
        given().accept("text/html").get("/editions/" + id).then().body(not(containsString("Amal")));
        given().auth().oauth2(party("force-a")).get("/api/v1/editions/" + id + "/replies").then().body("items", hasSize(1));

        String address = "/api/v1/reports/" + slug + "/replies/" + held + "/publication";
        post(party("force-a"), address, "{\"reason\": \"ours\"}").spec(Problems.problem(404, "not_found"));
        post(Tokens.analyst(), address, "{\"reason\": \"ours\"}").spec(Problems.problem(403, "forbidden"));
        post(Tokens.publisher(), address, "{\"reason\": \" \"}").spec(Problems.problemAt(422, "text_too_long", "/reason"));
        post(Tokens.publisher(), address, "{\"reason\": \"She speaks in public.\"}").statusCode(200).body("version",
                equalTo(2));
        post(Tokens.publisher(), address, "{\"reason\": \"Again.\"}").spec(Problems.problem(409, "reply_not_held"));
        given().get("/api/v1/editions/" + id + "/replies").then().body("items", hasSize(1));
    }

    @Test
    void onlyWhoMayAsksReadsAndAnswers() {
        String question = ask("force-a", "How many rounds were fired?", TODAY.plusDays(1));
        String address = "/api/v1/reports/" + slug + "/questions";
        post(party("force-a"), address, "{}").spec(Problems.problem(403, "forbidden"));
        given().contentType("application/json").body("{}").post(address).then().spec(Problems.problem(401, "unauthenticated"));
        given().get(address + "/" + question).then().spec(Problems.problem(404, "not_found"));
        given().auth().oauth2(party("force-b")).get(address + "/" + question).then().spec(Problems.problem(404, "not_found"));
        given().auth().oauth2(party("force-a")).get(address + "/" + question).then().statusCode(200)
                .body("dueOn", equalTo(TODAY.plusDays(1).toString()));
        answer(party("force-b"), question, "{\"text\": \"x\"}").spec(Problems.problem(404, "not_found"));
        answer(Tokens.analyst(), question, "{\"text\": \"x\"}").spec(Problems.problem(403, "forbidden"));
        post(Tokens.publisher(), address, "{\"party\": \"force-a\", \"text\": \"x\", \"channel\": \"letter\","
                + " \"sentOn\": \"2020-01-02\", \"dueOn\": \"2020-01-01\"}")
                .spec(Problems.problemAt(422, "range_inverted", "/dueOn"));
        post(Tokens.publisher(), address,
                "{\"party\": \"force-a\", \"text\": \"x\", \"channel\": \"letter\", \"period\": \"1999-01\","
                        + " \"sentOn\": \"2020-01-02\", \"dueOn\": \"2020-01-03\"}")
                .spec(Problems.problemAt(400, "invalid_value", "/period"));
    }

    private String ask(String party, String text, LocalDate due) {
        return post(Tokens.publisher(), "/api/v1/reports/" + slug + "/questions", """
                {"party": "%s", "text": "%s", "channel": "e-mail", "sentOn": "%s", "dueOn": "%s"}
                """.formatted(party, text, TODAY.minusDays(20), due)).statusCode(201).extract().path("id");
    }

    private ValidatableResponse answer(String token, String question, String body) {
        return post(token, "/api/v1/reports/" + slug + "/questions/" + question + "/replies", body);
    }

    private static ValidatableResponse reply(String token, String edition, String body) {
        return post(token, "/api/v1/editions/" + edition + "/replies", body);
    }

    private static ValidatableResponse post(String token, String address, String body) {
        return given().auth().oauth2(token).contentType("application/json").body(body).post(address).then();
    }

    private static String party(String slug) {
        return Tokens.of("party", slug, "speaker-of-" + slug);
    }
}
