package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/**
 * The gate on the whole path: what it finds holds an edition, is told to the staff, and is overridden by two people or never.
 */
@ServiceTest
class GateTest {

    private static final String REPORT = "48505213-482c-5f02-ac3a-7c4880835823";

    @Test
    void saysItsRules() {
        given().get("/api/v1/editions/rules").then().statusCode(200).body("items.name", hasItems("consent-scope-1",
                "named-person-1", "exact-place-1", "small-cells-1", "sensitive-media-1", "balanced-ledger-1",
                "completeness-1"));
    }

    @Test
    void aConsentWithdrawnDuringTheEmbargoHoldsTheEdition() {
        ReportsScene.neighbours("world=river");
        String slug = ReportsScene.slug();
        String id = ReportsScene.made(slug, ReportsScene.with(ReportsScene.river(),
                "\"publication\": {\"rule\": \"unattended\", \"embargoUntil\": \"2999-01-01T00:00:00Z\"}")).getString("id");
        ReportsScene.neighbours("world=river&hidden=" + REPORT);
        endEmbargo(id);
        ReportsScene.makeDue();

        JsonPath held = ReportsScene.edition(slug);
        assertThat(held.getString("status")).isEqualTo("gated");
        assertThat(held.getString("cause.code")).isEqualTo("gate_blocked");
        assertThat(held.getString("findings[0].rule")).isEqualTo("consent-scope-1");
        given().get("/api/v1/editions/" + id).then().spec(Problems.problem(404, "not_found"));
        ReportsScene.decide(Tokens.publisher(), id, "findings/1/override")
                .spec(Problems.problem(409, "finding_not_overridable"));
        ReportsScene.decide(Tokens.publisher(), id, "findings/99/override").spec(Problems.problem(404, "not_found"));

        ReportsScene.neighbours("world=river");
        ReportsScene.sql("update edition set next_attempt_at = now() where id = '" + id + "'");
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("published");
        assertThat(ReportsScene.edition(slug).getString("findings[0].clearedAt")).isNotNull();
    }

    @Test
    void twoPeopleOverrideWhatTheRulePermits() {
        ReportsScene.neighbours("world=river&marked=" + REPORT + "&mark=personal_information_visible");
        String slug = ReportsScene.slug();
        JsonPath held = ReportsScene.made(slug, ReportsScene.river());
        String id = held.getString("id");
        assertThat(held.getString("cause.code")).isEqualTo("gate_blocked");
        List<Integer> numbers = held.getList("findings.findAll { it.blocking }.number");
        assertThat(numbers).isNotEmpty();

        for (int number : numbers) {
            String override = "findings/" + number + "/override";
            ReportsScene.decide(Tokens.publisher(), id, override + "/confirmation")
                    .spec(Problems.problem(409, "nothing_to_confirm"));
            ReportsScene.decide(Tokens.publisher(), id, override).statusCode(200);
            ReportsScene.decide(Tokens.publisher(), id, override + "/confirmation")
                    .spec(Problems.problem(409, "second_person_required"));
            ReportsScene.decide(ReportsScene.secondPublisher(), id, override + "/confirmation").statusCode(200)
                    .body("findings.find { it.number == " + number + " }.override.confirmedBy", equalTo("publisher-2"));
        }
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("published");
        assertThat(ReportsScene.count("select count(*) from revision where record_id = '" + id
                + "' and kind = 'overridden' and recorded_by = 'publisher-2' and reason is not null"))
                .isEqualTo(numbers.size());
    }

    @Test
    void floorsOfTheDefinitionHold() {
        ReportsScene.neighbours("world=river&ungraded=0.6");
        JsonPath held = ReportsScene.made(ReportsScene.slug(), ReportsScene.with(ReportsScene.river(),
                "\"gate\": {\"smallCellFloor\": 7, \"completenessFloor\": 50}"));
        assertThat(held.getString("status")).isEqualTo("gated");
        // The world of river: 2 families, 6 civilians killed in what began before; 60 per cent ungraded.
        assertThat(held.getList("findings.findAll { it.blocking }.pointer")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(held.getList("findings.findAll { it.blocking }.rule")).contains("small-cells-1", "completeness-1");
    }

    @Test
    void anInconsistentLedgerHoldsTheMonth() {
        ReportsScene.neighbours("world=raqqa&unbalanced=1");
        JsonPath held = ReportsScene.made(ReportsScene.slug(), ReportsScene.casualties("coalition", "2018-06"));
        assertThat(held.getString("cause.code")).isEqualTo("gate_blocked");
        assertThat(held.getList("findings.rule")).containsExactly("balanced-ledger-1");
        given().auth().oauth2(Tokens.analyst()).get("/api/v1/editions/" + held.getString("id")).then()
                .body("findings[0].foundAt", notNullValue());
    }

    @Test
    void nothingOfTheKnownReportsIsHeldForNothing() {
        ReportsScene.neighbours("world=raqqa");
        JsonPath edition = ReportsScene.made(ReportsScene.slug(), ReportsScene.raqqa("Gap at the gate"));
        assertThat(edition.getString("status")).isEqualTo("published");
        assertThat(edition.getList("findings")).isEmpty();
    }

    private static void endEmbargo(String id) {
        ReportsScene.sql("update edition set embargo_until = now() - interval '1 second', next_attempt_at = now() where id = '"
                + id + "'");
    }
}
