package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.harmregistry.kit.json.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import com.fasterxml.jackson.databind.json.JsonMapper;

import io.restassured.path.json.JsonPath;

/** A definition becomes a published report by itself, and all its numbers come from the neighbours. */
@ServiceTest
class PublicationTest {

    private static final String TITLE = "Acknowledgement gap, Raqqa Governorate, 6 June – 17 October 2017";

    @BeforeEach
    void neighbours() {
        ReportsScene.neighbours("world=raqqa");
    }

    @Test
    void publishesTheGapOfRaqqa() {
        String slug = publish(ReportsScene.raqqa(TITLE));
        JsonPath edition = ReportsScene.edition(slug);

        assertThat(edition.getString("status")).isEqualTo("published");
        assertThat(edition.getString("title")).isEqualTo(TITLE);
        assertThat(value(edition, "case.sites")).isEqualTo(42);
        assertThat(value(edition, "case.interviews")).isEqualTo(112);
        assertThat(value(edition, "case.families")).isEqualTo(4);
        assertThat(value(edition, "records.events")).isEqualTo(421);
        assertThat(value(edition, "records.harmful")).isEqualTo(228);
        assertThat(figure(edition, "records.killed")).containsEntry("min", 2124).containsEntry("max", 2249);
        assertThat(figure(edition, "records.deaths.ucdp-ged").get("asPublished"))
                .isEqualTo(Map.of("scheme", "ucdp-ged", "low", 4698, "best", 4857, "high", 5815));
        assertThat(value(edition, "records.town.events")).isEqualTo(348);
        assertThat(figure(edition, "records.town.killed")).containsEntry("min", 2042);
        assertThat(value(edition, "records.reaching.events")).isEqualTo(3);
        assertThat(value(edition, "records.reaching.killed")).isEqualTo(161);
        assertThat(value(edition, "said.2018-07-17.conceded")).isEqualTo(23);
        assertThat(figure(edition, "said.2018-07-17.documented")).containsEntry("words", "hundreds").doesNotContainKey("min");
        assertThat(figure(edition, "said.2018-07-17.gap")).doesNotContainKeys("value", "min", "max");
        assertThat(value(edition, "said.2019-04-24.conceded")).isEqualTo(159);
        assertThat(value(edition, "said.2019-04-25.conceded")).isEqualTo(180);
        assertThat(figure(edition, "said.2019-04-25.documented")).containsEntry("min", 1600).containsEntry("minExclusive",
                true);
        assertThat(figure(edition, "said.2019-04-25.gap")).containsEntry("min", 1420).doesNotContainKey("max");
        assertThat(figure(edition, "promise.state")).containsEntry("words", "kept");
        assertThat(edition.getList("credits.dataset")).contains("ucdp-ged-syria");
    }

    @Test
    void eachFigureSaysWhatItCountsAndWhatNot() {
        JsonPath edition = ReportsScene.edition(publish(ReportsScene.raqqa(TITLE)));
        assertThat(edition.getList("figures")).hasSizeGreaterThan(25);
        assertThat(edition.getList("figures.counts")).doesNotContainNull().doesNotContain("");
        assertThat(edition.getList("figures.doesNotCount")).doesNotContainNull().doesNotContain("");
        assertThat(edition.getList("figures.query")).doesNotContainNull();
        assertThat(edition.getList("figures.records")).doesNotContainNull();
    }

    @Test
    void showsThePageWithTheWordsOfTheCase() throws Exception {
        String slug = publish(ReportsScene.raqqa(TITLE));
        String html = page("/reports/" + slug + "/2017-06-06--2017-10-17");

        assertThat(text(html)).contains(TITLE, "strike sites visited", "more than 30,000", "several thousand",
                "never discussed with us", "willing to consider all new evidence", "huge human and material losses",
                "in a tweet", "in an e-mail", "in a letter", "suspicion by rule, not attribution",
                "4,698 / 4,857 / 5,815", "2,124 to 2,249", "348", "2,042", "not computable", "“hundreds”",
                "more than 1,600", "at least 1,420", "318", "77", "Open before 314, new 45, completed 125, open after 234",
                "2,124", "161 civilians", "Offer redress", "UCDP", "CC-BY-4.0");
        Document parsed = parse(html);
        assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
        assertThat(parsed.getElementsByTagName("h1").getLength()).isEqualTo(1);
        assertThat(parsed.getElementsByTagName("svg").getLength()).isEqualTo(4);
        assertThat(parsed.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void writesAnotherReportFromOtherNumbers() {
        ReportsScene.neighbours("world=river");
        String slug = publish(ReportsScene.river());
        JsonPath edition = ReportsScene.edition(slug);
        assertThat(edition.getString("title")).isEqualTo("River gap, Four weeks in February");
        assertThat(value(edition, "records.events")).isEqualTo(37);
        assertThat(value(edition, "case.sites")).isEqualTo(17);
        assertThat(figure(edition, "said.2020-04-01.gap")).containsEntry("min", 62).containsEntry("max", 86);
        assertThat(figure(edition, "promise.state")).containsEntry("words", "kept late");
        String html = page("/reports/" + slug + "/2020-02-03--2020-02-29");
        assertThat(text(html)).contains("Force A", "1,250", "140 / 131 / 150").doesNotContain("Raqqa", "Coalition", "421",
                "UCDP",
                "Amnesty", "30,000");
    }

    @Test
    void publishesTheMonthOfTheCasualtyReport() {
        String slug = publish(ReportsScene.casualties("coalition", "2018-06"));
        JsonPath edition = ReportsScene.edition(slug);
        assertThat(edition.getString("title")).isEqualTo("Civilian casualty report, June 2018");
        Map.of("carried", 314, "new", 45, "completed", 125, "open", 234, "credible", 16, "non_credible", 106, "duplicate", 3,
                "deaths", 105).forEach((key, number) -> assertThat(value(edition, "month." + key)).as(key).isEqualTo(number));
        assertThat(figure(edition, "month.injured")).containsEntry("words", "not stated").doesNotContainKey("value");
        String html = page("/reports/" + slug + "/2018-06");
        assertThat(text(html)).contains("314 + 45 − 125 = 234", "16 + 106 + 3 = 125", "26 July 2018", "invents none",
                "of which reopened", "October 2016", "December 2019", "not computable");
        assertThat(html.split("<tr").length).isGreaterThan(20 + 39);
    }

    @Test
    void saysThatAMonthHasNoFigures() {
        String slug = publish(ReportsScene.casualties("coalition", "2018-05"));
        assertThat(text(page("/reports/" + slug + "/2018-05"))).contains("That is not a count of zero");
    }

    @Test
    void escapesWhatComesFromPeople() throws Exception {
        String slug = publish(ReportsScene.raqqa("<script>alert(1)</script> & <b>bold</b>"));
        for (String address : new String[] { "/reports/" + slug + "/2017-06-06--2017-10-17", "/reports/" + slug, "/" }) {
            String html = page(address);
            assertThat(html).doesNotContain("<script", "<b>bold");
            assertThat(parse(html).getElementsByTagName("script").getLength()).isZero();
            assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold");
        }
    }

    @Test
    void letsAnybodyRecomputeTheDigests() {
        JsonPath edition = ReportsScene.edition(publish(ReportsScene.raqqa(TITLE)));
        String id = edition.getString("id");
        String document = given().get("/api/v1/editions/" + id + "/files/json").then().statusCode(200).extract().asString();
        String figures = JsonMapper.builder().build().valueToTree(
                JsonPath.from(document).getList("figures")).toString();
        assertThat(CanonicalJson.digest(figures)).isEqualTo(edition.getString("digest"));

        Map<String, Object> records = edition.getMap("figures.find { it.key == 'records.events' }.records");
        byte[] lines = given().get((String) records.get("href")).then().statusCode(200).extract().asByteArray();
        assertThat(CanonicalJson.digest(lines)).isEqualTo(records.get("digest"));
        assertThat(new String(lines, StandardCharsets.UTF_8).lines().count()).isEqualTo(421);
        given().get("/api/v1/editions/" + id + "/verification").then().statusCode(200)
                .body("matches", equalTo(true))
                .body("files.format", contains("csv", "geojson", "html", "json", "pdf", "xlsx"))
                .body("records.size()", equalTo(6));
    }

    private static String publish(String body) {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, body);
        ReportsScene.makeDue();
        return slug;
    }

    private static Map<String, Object> figure(JsonPath edition, String key) {
        return edition.getMap("figures.find { it.key == '" + key + "' }");
    }

    private static Object value(JsonPath edition, String key) {
        return figure(edition, key).get("value");
    }

    private static String page(String address) {
        return given().accept("text/html").get(address).then().statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .extract().asString();
    }

    private static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]+>", " ").replace("&quot;", "\"")
                .replaceAll("\\s+", " ");
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }
}
