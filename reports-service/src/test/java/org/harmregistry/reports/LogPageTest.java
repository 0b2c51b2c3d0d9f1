package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The log for people to leaf through. */
@ServiceTest
class LogPageTest {

    private static final String PLACES = "//section[@id='entries']//tbody/tr/th";

    @Test
    void showsWhatCameOutAndWasTakenBackTheNewestFirst() {
        String id = LogScene.published();
        ReportsScene.decide(Tokens.publisher(), id, "withdrawal").statusCode(200);
        LogScene.Head head = LogScene.settled();

        PageReading page = PageReading.of("/log", 200);
        assertThat(page.all("//section[@id='entries']//tr[td/a/@href='/editions/" + id + "']/td[2]"))
                .containsExactly("taken back", "published");
        assertThat(page.all(PLACES)).first().asString()
                .isEqualTo(String.format("%,d", head.size() - 1));
        assertThat(page.html()).contains("What is published is logged within seconds.", head.origin())
                .contains(given().get("/api/v1/log/key").asString().lines().findFirst().orElseThrow())
                .doesNotContain("<script");
        page.links("standing").forEach(href -> given().get(href).then().statusCode(200));
        assertThat(PageReading.of("/log?language=ar", 200).all("/html/@dir")).containsExactly("rtl");
        assertThat(PageReading.of("/", 200).all("//a/@href")).contains("/log");
    }

    @Test
    void isLeafedThroughToItsBeginning() {
        LogScene.queue(60);
        long size = LogScene.settled().size();
        String next = "/log";
        long seen = 0;
        while (next != null) {
            PageReading page = PageReading.of(next, 200);
            List<String> places = page.all(PLACES);
            assertThat(places.get(0).replace(",", "")).isEqualTo(Long.toString(size - 1 - seen));
            seen += places.size();
            next = page.all("//a[@rel='next']/@href").stream().findFirst().orElse(null);
        }
        assertThat(seen).isEqualTo(size);
        for (String below : List.of("0", "-1", "x", "9".repeat(19))) {
            given().accept("*/*").get("/log?below=" + below).then()
                    .spec(Problems.problemAt(400, "invalid_parameter", "?below"));
        }
        assertThat(PageReading.of("/log?below=" + "9".repeat(18), 200).all(PLACES)).hasSize(50);
    }
}
