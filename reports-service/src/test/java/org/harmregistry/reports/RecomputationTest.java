package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** An edition is true of one instant, and can be made again from it. */
@ServiceTest
class RecomputationTest {

    @BeforeEach
    void nothingElseIsDue() {
        ReportsScene.neighbours("world=raqqa");
        ReportsScene.makeDue();
        ReportsScene.sql("update edition set next_attempt_at = now() + interval '1 hour' where status in ('draft', 'gated')"
                + " and next_attempt_at is not null");
    }

    @Test
    void eachReadOfAnEditionIsOfItsInstant() {
        ReportsScene.neighbours("world=raqqa");
        JsonPath edition = ReportsScene.made(ReportsScene.slug(), ReportsScene.raqqa("Gap of one instant"));
        String asOf = edition.getString("effectiveAt");
        List<String> asked = ReportsScene.askedOfNeighbours().stream()
                .map(read -> URLDecoder.decode(read, StandardCharsets.UTF_8)).toList();
        assertThat(asked).hasSizeGreaterThan(15);
        // The first two ask how far the past is over; what the gate asks of sources is who may read them today.
        assertThat(asked.subList(2, asked.size())).filteredOn(read -> !read.matches("/api/v1/sources/[0-9a-f-]+"))
                .hasSizeGreaterThan(10).allMatch(read -> read.contains("asOf=" + asOf));
        assertThat(asked.subList(0, 2)).allMatch(read -> read.contains("limit=1&asOf="));
        assertThat(edition.getList("figures.asOf")).containsOnly(asOf);
        assertThat(edition.getList("figures.query", String.class)).allMatch(query -> query.endsWith("asOf=" + asOf));
    }

    @Test
    void makesTheSameFiguresAgain() {
        for (String body : List.of(ReportsScene.raqqa("Gap made twice"), ReportsScene.casualties("coalition", "2018-06"))) {
            ReportsScene.neighbours("world=raqqa");
            String slug = ReportsScene.slug();
            String id = ReportsScene.made(slug, body).getString("id");
            String digest = ReportsScene.edition(slug).getString("digest");
            // What the definition says today does not matter.
            given().auth().oauth2(Tokens.publisher()).contentType("application/merge-patch+json").header("If-Match", "*")
                    .body("{\"title\": \"Another title\", \"case\": null}").patch("/api/v1/reports/" + slug).then()
                    .statusCode(200);
            given().auth().oauth2(Tokens.analyst()).post("/api/v1/editions/" + id + "/recomputation").then().statusCode(200)
                    .body("matches", equalTo(true)).body("recomputed", equalTo(digest)).body("differing.size()", equalTo(0));
        }
    }

    @Test
    void namesWhatIsNoLongerTheSame() {
        ReportsScene.neighbours("world=river");
        String id = ReportsScene.made(ReportsScene.slug(), ReportsScene.river()).getString("id");
        ReportsScene
                .sql("update edition set figures = replace(figures, '\"value\":37', '\"value\":36') where id = '" + id + "'");
        given().auth().oauth2(Tokens.analyst()).post("/api/v1/editions/" + id + "/recomputation").then().statusCode(200)
                .body("differing", hasItem("records.events")).body("differing", not(hasItem("records.killed")));
        given().post("/api/v1/editions/" + id + "/recomputation").then().spec(Problems.problem(401, "unauthenticated"));
        given().auth().oauth2(Tokens.contributor("org-a")).post("/api/v1/editions/" + id + "/recomputation").then()
                .spec(Problems.problem(403, "forbidden"));
    }
}
