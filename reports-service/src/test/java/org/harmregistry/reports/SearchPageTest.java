package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.List;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page on which people search: six incidents of the valley, of which one has no place; the numbers were added up by hand.
 */
@ServiceTest
class SearchPageTest {

    private static final String TITLES = "//ol[@class='hits']//p[@class='what']";

    @BeforeEach
    void valley() {
        ReportsScene.neighbours("world=valley");
    }

    @Test
    void showsAllThatIsPublishedOnAMapAndInAList() {
        PageReading page = PageReading.of("/incidents", 200);
        assertThat(page.all(TITLES)).hasSize(6).contains("Strike on the ford", "Reported by radio");
        assertThat(page.html()).contains("Incidents: 6. Civilians killed: 21 to 31. Civilians injured: at least 10."
                + " In 5 of them no upper number is known.", "Without a place on the map: 1.", "North Ford")
                .doesNotContain("<script");
        assertThat(page.all("//*[local-name()='circle']")).as("two fords").hasSize(2);
        assertThat(page.links("found")).contains("/incidents/0197f3c2-0000-7000-8000-000000000001");
        assertThat(page.links("data")).contains("/api/v1/incidents?format=csv", "/api/v1/statistics?by=month");
        assertThat(ReportsScene.askedOfNeighbours()).anyMatch(read -> read.contains("sort=-occurred.from")
                && read.contains("limit=25"));
        assertThat(PageReading.of("/", 200).all("//a/@href")).contains("/incidents");
    }

    @Test
    void asksTheRegistryWhatTheFormSays() {
        PageReading page = PageReading.of(
                "/incidents?q=Night&place=&from=2020-12-28&to=2020-12-31&gradings=confirmed&party=&sort=killed",
                200);
        assertThat(page.all(TITLES)).containsExactly("Night raid");
        assertThat(page.html()).contains("Incidents: 1. Civilians killed: 11 to 14. Civilians injured: 6 to 9.");
        assertThat(page.all("//input[@name='q']/@value")).containsExactly("Night");
        assertThat(page.all("//input[@name='from']/@value")).containsExactly("2020-12-28");
        assertThat(page.all("//select[@name='gradings']/option[@selected]/@value")).containsExactly("confirmed");
        assertThat(page.all("//select[@name='sort']/option[@selected]/@value")).containsExactly("killed");
        assertThat(page.all("//select[@name='party']/option")).containsExactly("any", "Force V");
        assertThat(page.links("data")).contains(
                "/api/v1/incidents?q=Night&from=2020-12-28&to=2020-12-31&gradings=confirmed&format=csv");
        assertThat(ReportsScene.askedOfNeighbours()).noneMatch(read -> read.contains("place=") || read.contains("party="));
        assertThat(PageReading.of("/incidents?party=force-v", 200).all(TITLES)).containsExactly("Strike on the ford");
    }

    @Test
    void aSquareOfTheMapLeadsIntoIt() {
        List<String> squares = PageReading.of("/incidents?from=2020-12-01", 200).links("found").stream()
                .filter(href -> href.contains("bbox=")).toList();
        assertThat(squares).containsExactly("/incidents?from=2020-12-01&bbox=20,10,20.01,10.01",
                "/incidents?from=2020-12-01&bbox=20.3,10.2,20.31,10.21");
        PageReading within = PageReading.of(squares.get(1), 200);
        assertThat(within.all(TITLES)).containsExactlyInAnyOrder("Shells on a market", "Night raid");
        assertThat(within.html()).contains("Incidents: 2. Civilians killed: 11 to 19. Civilians injured: at least 6."
                + " In 1 of them no upper number is known.");
        assertThat(within.all("//input[@name='bbox']/@value")).containsExactly("20.3,10.2,20.31,10.21");
        assertThat(within.all("//form//a/@href")).contains("/incidents?from=2020-12-01");
    }

    @Test
    void isReadInArabicFromTheRight() {
        PageReading page = PageReading.of("/incidents?q=ضربة&language=ar", 200);
        assertThat(page.all("/html/@dir")).containsExactly("rtl");
        assertThat(page.all(TITLES)).containsExactly("ضربة على المخاضة");
        assertThat(page.html()).contains("المخاضة الشمالية", "القوة ف",
                "hreflang=\"en\" href=\"/incidents?q=%D8%B6%D8%B1%D8%A8%D8%A9\"");
        assertThat(page.all("//form//input[@name='language']/@value")).containsExactly("ar");
        assertThat(page.links("found")).contains("/incidents/0197f3c2-0000-7000-8000-000000000001?language=ar")
                .allMatch(href -> href.contains("language=ar"));
    }

    @Test
    void saysWhatIsToBeMendedAndKeepsWhatWasTyped() {
        String hostile = "/incidents?q=\"><script>alert(1)</script>&from=2020-02-30&gradings=great&party=A B&bbox=1,2,3&sort=best";
        PageReading page = PageReading.of(hostile, 400);
        assertThat(page.all("//input[@name='q']/@value")).containsExactly("\"><script>alert(1)</script>");
        assertThat(page.html()).doesNotContain("<script").doesNotContain("id=\"found\"");
        assertThat(page.all("//*[@aria-invalid]/@name")).containsExactlyInAnyOrder("from", "gradings", "party", "sort");
        assertThat(page.all("//*[@id='from-fault']")).containsExactly("There is no such day. Write it like 2017-06-30.");
        assertThat(PageReading.of("/incidents?from=2020-02-02&to=2020-02-01", 400).all("//*[@id='to-fault']"))
                .containsExactly("This day lies before the first one.");
        String many = IntStream.range(0, 21).mapToObj(i -> "word" + i).reduce("", (one, other) -> one + " " + other);
        for (String q : List.of("-", "a", "x".repeat(201), many)) {
            assertThat(PageReading.of("/incidents?q=" + q, 400).all("//*[@id='q-fault']")).hasSize(1);
        }
        given().accept("*/*").get("/incidents?colour=red").then().spec(Problems.problemAt(400, "unknown_parameter", "?colour"));
        given().accept("*/*").get("/incidents?q=a&q=b").then().spec(Problems.problemAt(400, "repeated_parameter", "?q"));
        given().accept("*/*").get("/incidents?language=fr").then()
                .spec(Problems.problemAt(400, "invalid_parameter", "?language"));
    }

    @Test
    void saysSoWhereTheRegistryRefusesOrIsAway() {
        ReportsScene.neighbours("world=valley&refuse=after");
        assertThat(PageReading.of("/incidents?after=made-up", 400).html()).contains("does not understand this question");
        ReportsScene.neighbours("world=valley&refuse=statistics");
        PageReading without = PageReading.of("/incidents", 200);
        assertThat(without.all(TITLES)).hasSize(6);
        assertThat(without.html()).contains("cannot be counted and put on a map at the moment").doesNotContain("<svg");
        ReportsScene.neighbours("world=valley");
        assertThat(PageReading.of("/incidents?q=nowhere", 200).html()).contains("No incident was found.")
                .doesNotContain("<svg");
        ReportsScene.neighbours("world=valley&away=1");
        given().accept("text/html").get("/incidents").then().statusCode(503).body(containsString("This did not work"));
    }
}
