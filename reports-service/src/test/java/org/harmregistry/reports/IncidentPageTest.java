package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import java.util.List;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of one incident: what everybody may know of it, and the reports that it stands in. */
@ServiceTest
class IncidentPageTest {

    private static final String ID = "0197f3c2-0000-7000-8000-000000000001";
    private static final String PAGE = "/incidents/" + ID;

    @BeforeEach
    void valley() {
        ReportsScene.neighbours("world=valley");
    }

    @Test
    void tellsWhatTheRegistryHoldsInBothLanguages() {
        PageReading page = PageReading.of(PAGE, 200);
        assertThat(page.all("//h1")).containsExactly("Strike on the ford");
        assertThat(page.html()).contains("XA-2020-00001", "10.005, 20.005 (WGS 84)", "Two boats were hit", "Force V",
                "=Report &lt;of&gt; the ford", "Two boats sank.", "V/17", "non-credible", "CC-BY-4.0")
                .doesNotContain("<script").doesNotContain("No file of these sources");
        assertThat(page.all("//*[@class='figures n2'][1]//*[@class='number']")).containsExactly("2 to 3", "at least 4");
        assertThat(page.links("data")).contains("/api/v1/incidents/" + ID, "/api/v1/citations?incident=" + ID);
        PageReading arabic = PageReading.of(PAGE + "?language=ar", 200);
        assertThat(arabic.all("/html/@dir")).containsExactly("rtl");
        assertThat(arabic.all("//h1")).containsExactly("ضربة على المخاضة");
        assertThat(arabic.html()).contains("أصيب قاربان أثناء العبور.", "القوة ف", "hreflang=\"en\" href=\"" + PAGE + "\"")
                .doesNotContain("Two boats were hit");
    }

    @Test
    void leadsToTheEditionsThatStandAndToNoOthers() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.overview("Holds it"));
        ReportsScene.makeDue();
        String first = ReportsScene.edition(slug).getString("id");
        ReportsScene.follow();
        assertThat(PageReading.of(PAGE, 200).links("reports")).contains("/editions/" + first + "?language=en");
        assertThat(PageReading.of(PAGE + "?language=ar", 200).links("reports")).contains("/editions/" + first
                + "?language=ar");
        PageReading.of(PAGE, 200).links("reports").forEach(href -> given().accept("text/html").get(href).then()
                .statusCode(200));

        given().auth().oauth2(Tokens.publisher()).contentType("application/json").body("{}")
                .post("/api/v1/reports/" + slug + "/editions").then().statusCode(201);
        ReportsScene.makeDue();
        String second = ReportsScene.edition(slug).getString("id");
        ReportsScene.follow();
        assertThat(PageReading.of(PAGE, 200).links("reports")).contains("/editions/" + second + "?language=en")
                .doesNotContain("/editions/" + first + "?language=en");
        ReportsScene.decide(Tokens.publisher(), second, "withdrawal").statusCode(200);
        assertThat(PageReading.of(PAGE, 200).links("reports")).doesNotContain("/editions/" + second + "?language=en");
    }

    @Test
    void isFoundFromADossier() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.dossier("Leads there"));
        ReportsScene.makeDue();
        String id = ReportsScene.edition(slug).getString("id");
        assertThat(PageReading.of("/editions/" + id + "?language=ar", 200).all("//a/@href")).contains(PAGE);
        ReportsScene.follow();
        assertThat(PageReading.of(PAGE, 200).links("reports")).contains("/editions/" + id + "?language=en");
    }

    @Test
    void writesASentenceThatBeginsWithACodeInTheDirectionOfThePage() {
        ReportsScene.neighbours("world=valley");
        String square = "//td[contains(., 'مربع طول ضلعه')]/bdi/@dir";
        assertThat(PageReading.of(PAGE + "?language=ar", 200).all(square)).containsOnly("rtl").isNotEmpty();
        assertThat(PageReading.of(PAGE, 200).all("//td[contains(., 'the square of 1 km')]/bdi/@dir")).containsOnly("auto")
                .isNotEmpty();
    }

    @Test
    void aCodeAndWhatWasMergedLeadToTheIncident() {
        found("/incidents/XA-2020-00001", 302, PAGE);
        found("/incidents/XA-2020-00001?language=ar", 302, PAGE + "?language=ar");
        String merged = "0197f3c2-0000-7000-8000-000000000091";
        ReportsScene.neighbours("world=valley&merged=" + merged + "&into=" + ID);
        found("/incidents/" + merged + "?language=ar", 308, PAGE + "?language=ar");
        ReportsScene.neighbours("world=valley&merged=XA-2020-00091&into=" + ID);
        found("/incidents/XA-2020-00091", 308, PAGE);
        for (String none : List.of("XA-2020-09999", "xa-2020-00001", "XA-2020-00001;x")) {
            given().accept("*/*").get("/incidents/" + none).then().spec(Problems.problem(404, "not_found"));
        }
    }

    private static void found(String address, int status, String leadsTo) {
        given().redirects().follow(false).accept("text/html").get(address).then().statusCode(status)
                .header("Location", endsWith(leadsTo));
    }

    @Test
    void tellsWhatBecameOfTheRecord() {
        PageReading page = PageReading.of(PAGE, 200);
        assertThat(page.all("//section[@id='history']//tbody/tr/td")).containsExactly("It was recorded.",
                "It was graded: weak.", "It was graded: fair.",
                "It changed, for the last time until now; this is version 3.");
        assertThat(page.all("//section[@id='history']//tbody/tr/th")).startsWith("4 January 2021, 09:30:00 UTC");
        assertThat(page.html()).contains("which were merged into it: XA-2020-00007.");
    }

    @Test
    void showsNoPlaceFinerThanThePublicCell() {
        ReportsScene.neighbours("world=valley&exact=1");
        assertThat(PageReading.of(PAGE, 200).html()).contains("10.005, 20.005 (WGS 84)").doesNotContain("10.0051");
    }

    @Test
    void saysSoWhereSomethingIsMissing() {
        for (String none : List.of("/incidents/0197f3c2-0000-7000-8000-000000000099", "/incidents/x")) {
            given().accept("text/html").get(none).then().statusCode(404).contentType("text/html");
            given().accept("*/*").get(none).then().spec(Problems.problem(404, "not_found"));
        }
        given().accept("*/*").get(PAGE + "?language=fr").then().spec(Problems.problemAt(400, "invalid_parameter", "?language"));
        ReportsScene.neighbours("world=valley&awayAfter=4");
        assertThat(PageReading.of(PAGE, 200).html()).contains("The sources cannot be read at the moment", "Strike on the ford")
                .doesNotContain("shows everybody no source");
        ReportsScene.neighbours("world=valley&away=1");
        given().accept("text/html").get(PAGE).then().statusCode(503).body(containsString("This did not work"));
    }
}
