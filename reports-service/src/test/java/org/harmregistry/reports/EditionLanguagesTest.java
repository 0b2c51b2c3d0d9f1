package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import com.fasterxml.jackson.databind.json.JsonMapper;

import io.restassured.path.json.JsonPath;

/** An edition in several languages is one edition: the same figures under one digest, written for different readers. */
@ServiceTest
class EditionLanguagesTest {

    private static String slug;
    private static String id;

    @BeforeEach
    void publish() {
        ReportsScene.neighbours("world=raqqa");
        if (id != null) {
            return;
        }
        slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.raqqa("Gap of Raqqa").replace("[\"en\"]",
                "[\"en\", \"ar\"], \"titles\": {\"ar\": \"فجوة الرقة\"}"));
        ReportsScene.makeDue();
        id = ReportsScene.edition(slug).getString("id");
    }

    @Test
    void hasFilesInEachLanguage() {
        JsonPath edition = ReportsScene.edition(slug);
        assertThat(edition.getString("status")).isEqualTo("published");
        assertThat(edition.getList("files.findAll { it.format == 'html' }.language")).isEqualTo(List.of("en", "ar"));
        List<Map<String, String>> files = edition.getList("files");
        files.forEach(file -> {
            byte[] bytes = given().get(file.get("href")).then().statusCode(200).contentType(file.get("mediaType"))
                    .header("Content-Disposition", containsString("." + file.get("language") + "." + file.get("format")))
                    .extract().asByteArray();
            assertThat(CanonicalJson.digest(bytes)).as(file.get("href")).isEqualTo(file.get("digest"));
        });
        given().get("/api/v1/editions/" + id + "/verification").then().body("matches", equalTo(true))
                .body("files.language", hasItem("ar"));
    }

    @Test
    void carriesTheSameFiguresUnderOneDigest() {
        JsonPath english = document("");
        JsonPath arabic = document("?language=ar");
        assertThat(arabic.getString("digest")).isEqualTo(english.getString("digest"))
                .isEqualTo(
                        CanonicalJson.digest(JsonMapper.builder().build().valueToTree(arabic.getList("figures")).toString()));
        assertThat(arabic.getString("language")).isEqualTo("ar");
        assertThat(arabic.getString("title")).startsWith("فجوة الرقة");
        assertThat(arabic.getList("texts.key")).isEqualTo(english.getList("figures.key"));
        assertThat(arabic.getString("texts.find { it.key == 'records.killed' }.label")).isEqualTo("المدنيون القتلى");
        assertThat(arabic.getString("texts.find { it.key == 'said.2018-07-17.documented' }.words")).isEqualTo("hundreds");
        assertThat(english.getList("texts")).isNull();
    }

    @Test
    void isReadFromTheRightInArabic() throws Exception {
        String address = "/reports/" + slug + "/2017-06-06--2017-10-17";
        String html = given().accept("text/html").get(address + "?language=ar").then().statusCode(200).extract().asString();
        Element page = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertThat(page.getAttribute("lang")).isEqualTo("ar");
        assertThat(page.getAttribute("dir")).isEqualTo("rtl");
        assertThat(html).contains("المدنيون القتلى", "من 2,124 إلى 2,249", "اشتباه بموجب قاعدة، وليس إسناداً للمسؤولية",
                "\u2068Amnesty", "direction=\"rtl\"", "<link rel=\"alternate\" hreflang=\"en\" href=\"/editions/" + id + "\"/>")
                .doesNotContain("civilians killed", "Does not count", "{0}");
        given().accept("text/html").get(address).then().body(containsString("hreflang=\"ar\""), containsString("dir=\"ltr\""));
        given().accept("text/html").get("/editions/" + id + "?language=ar").then().statusCode(200)
                .body(containsString("dir=\"rtl\""));
        given().accept("text/html").get("/?language=ar").then().statusCode(200).body(containsString("فجوة الرقة"),
                containsString("/reports/" + slug + "/2017-06-06--2017-10-17?language=ar"));
    }

    @Test
    void refusesALanguageThatIsNotThere() {
        given().get("/api/v1/editions/" + id + "/files/html?language=fr").then().spec(Problems.problem(404, "not_found"));
        given().accept("*/*").get("/reports/" + slug + "/2017-06-06--2017-10-17?language=fr").then()
                .spec(Problems.problem(404, "not_found"));
        given().accept("*/*").get("/?language=fr").then().spec(Problems.problem(400, "invalid_parameter"));
        refused("\"languages\": [\"en\", \"xx\"]", "language_not_available", "/languages/1");
        refused("\"languages\": [\"ar\", \"ar\"]", "invalid_value", "/languages/1");
        refused("\"languages\": [\"en\"], \"titles\": {\"ar\": \"x\"}", "language_not_available", "/titles");
    }

    private static void refused(String languages, String code, String pointer) {
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").header("If-None-Match", "*")
                .body(ReportsScene.raqqa("A").replace("\"languages\": [\"en\"]", languages))
                .put("/api/v1/reports/" + ReportsScene.slug()).then()
                .body("code", equalTo(code)).body("violations[0].pointer", equalTo(pointer));
    }

    @Test
    void canHaveArabicAsItsFirstLanguage() {
        String other = ReportsScene.slug();
        ReportsScene.define(other, ReportsScene.casualties("coalition", "2018-06").replace("\"periods\"",
                "\"languages\": [\"ar\"], \"periods\""));
        ReportsScene.makeDue();
        JsonPath edition = ReportsScene.edition(other);
        assertThat(edition.getString("language")).isEqualTo("ar");
        assertThat(edition.getString("period.label")).isEqualTo("حزيران/يونيو 2018");
        assertThat(edition.getString("figures.find { it.key == 'month.new' }.label")).isEqualTo("بلاغات جديدة");
        given().accept("text/html").get("/reports/" + other + "/2018-06").then()
                .body(containsString("\u2066314 + 45 − 125 = 234\u2069"));
    }

    private JsonPath document(String query) {
        return given().get("/api/v1/editions/" + id + "/files/json" + query).then().statusCode(200).extract().jsonPath();
    }
}
