package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** A change behind a published figure marks the edition and has the next one prepared. */
@ServiceTest
class CorrectionTest {

    private static final String REPORT = "48505213-482c-5f02-ac3a-7c4880835823";

    private String slug;
    private String first;

    @BeforeEach
    void publish() {
        ReportsScene.neighbours("world=river");
        slug = ReportsScene.slug();
        first = ReportsScene.made(slug, ReportsScene.river()).getString("id");
        ReportsScene.follow();
    }

    @Test
    void aChangedIncidentLeadsToTheNextEditionWithItsChanges() {
        assertThat(get(first).getString("correctionDue")).isNull();
        ReportsScene.change("collection=incidents&id=" + UUID.randomUUID());
        ReportsScene.follow();
        assertThat(get(first).getString("correctionDue")).isNull();

        String incident = firstIncident();
        ReportsScene.change("collection=incidents&id=" + incident);
        IntStream.range(0, 2).parallel().forEach(replica -> ReportsScene.follow());
        ReportsScene.follow();
        JsonPath marked = get(first);
        assertThat(marked.getString("status")).isEqualTo("published");
        assertThat(marked.getString("correctionDue.records[0].id")).isEqualTo(incident);
        assertThat(marked.getString("correctionDue.records[0].collection")).isEqualTo("incidents");
        assertThat(ReportsScene.count("select count(*) from announcement where occasion = 'edition.correction_due'"
                + " and edition_id = '" + first + "'")).isEqualTo(1);
        given().accept("text/html").get("/editions/" + first).then()
                .body(containsString("A corrected edition is being prepared"));
        assertThat(ReportsScene.edition(slug).getInt("number")).isEqualTo(2);

        // What the first edition said is made to differ, as the fake's numbers do not change.
        ReportsScene.sql(
                "update edition set figures = replace(figures, '\"value\":37', '\"value\":36') where id = '" + first + "'");
        ReportsScene.makeDue();
        JsonPath second = ReportsScene.edition(slug);
        assertThat(second.getString("status")).isEqualTo("published");
        assertThat(second.getMap("changes.find { it.key == 'records.events' }")).containsEntry("before", "36")
                .containsEntry("now", "37");
        assertThat(second.getList("changes")).hasSize(1);
        given().accept("text/html").get("/editions/" + second.getString("id")).then().statusCode(200)
                .body(containsString("This edition replaces number 1"));
        assertThat(get(first).getString("status")).isEqualTo("superseded");
        ReportsScene.follow();
        given().get("/api/v1/editions/" + second.getString("id")).then().body("correctionDue", nullValue());
        assertThat(ReportsScene.count("select count(*) from edition where report = '" + slug + "'")).isEqualTo(2);
        assertThat(ReportsScene.count("select count(*) from edition_record where edition_id = '" + first + "'")).isZero();
    }

    @Test
    void aWithdrawnConsentMarksTheOldAndIsNotInTheNew() {
        ReportsScene.neighbours("world=river&hidden=" + REPORT);
        ReportsScene.change("collection=sources&id=" + REPORT + "&reason=consent_withdrawn");
        ReportsScene.follow();
        given().get("/api/v1/editions/" + first).then().body("correctionDue.records.reason", hasItem("consent_withdrawn"));
        ReportsScene.makeDue();
        // The fake still lists the source by its external id; the gate is the last to see that nobody may read it.
        JsonPath second = ReportsScene.edition(slug);
        assertThat(second.getInt("number")).isEqualTo(2);
        assertThat(second.getString("status")).isEqualTo("gated");
        assertThat(second.getList("findings.rule")).contains("consent-scope-1");
        given().accept("text/html").get("/editions/" + first).then().statusCode(200)
                .body(containsString("A corrected edition is being prepared"));
    }

    @Test
    void aFeedThatBeganAnewIsReadAgain() {
        ReportsScene.change("anew=1");
        ReportsScene.follow();
        String incident = firstIncident();
        ReportsScene.change("collection=incidents&id=" + incident);
        ReportsScene.follow();
        given().get("/api/v1/editions/" + first).then().body("correctionDue.records.id", hasItem(incident));
    }

    @Test
    void whatChangedBeforeTheRecordsWereListedIsNotMissed() {
        String other = ReportsScene.slug();
        String id = ReportsScene.made(other, ReportsScene.river()).getString("id");
        String incident = firstIncident();
        ReportsScene.sql("update edition_watch set claimed_until = now() + interval '1 hour' where edition_id = '" + id + "'");
        ReportsScene.change("collection=incidents&id=" + incident);
        ReportsScene.follow();
        given().get("/api/v1/editions/" + id).then().body("correctionDue", nullValue());
        ReportsScene.sql("update edition_watch set claimed_until = null where edition_id = '" + id + "'");
        ReportsScene.follow();
        given().get("/api/v1/editions/" + id).then().body("correctionDue.records.id", hasItem(incident));
    }

    private String firstIncident() {
        JsonPath edition = get(first);
        String list = given().get(edition.getString("figures.find { it.key == 'records.events' }.records.href")).then()
                .statusCode(200).extract().asString();
        return list.substring(0, list.indexOf(':'));
    }

    private static JsonPath get(String id) {
        return given().get("/api/v1/editions/" + id).then().statusCode(200).extract().jsonPath();
    }
}
