package org.harmregistry.incidents.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.incidents.exchange.ExchangeApi.assertEveryMemberHasAColumn;
import static org.harmregistry.incidents.exchange.ExchangeApi.code;
import static org.harmregistry.incidents.exchange.ExchangeApi.export;
import static org.harmregistry.incidents.exchange.ExchangeApi.imported;
import static org.harmregistry.incidents.exchange.ExchangeApi.outcomes;
import static org.harmregistry.incidents.incident.IncidentApi.anonymous;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Parties and organisations out and in again, matched by their slugs. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SlugExchangeTest {

    private static final String ADMIN = Tokens.admin();

    private final String one = unique("slug-a");
    private final String other = unique("slug-b");

    private static String all(String kind) {
        return "/api/v1/" + kind;
    }

    private static String row(String slug, String sort, String name) {
        return "{\"slug\":\"" + slug + "\",\"kind\":\"" + sort + "\",\"name\":\"" + name + "\",\"names\":[{\"language\":\"ar\","
                + "\"name\":\"\u062a\u062d\u0627\u0644\u0641, \\\"x\\\"\"}],\"externalIds\":[{\"system\":\"s\",\"id\":\"" + slug
                + "\"}]}";
    }

    @ParameterizedTest
    @CsvSource({ "parties,state", "organisations,ngo" })
    void whateverARecordHoldsAnExportTakesBack(String kind, String sort) {
        List<String> rows = List.of(row(one, sort, "=first, \\\"quoted\\\""), row(other, sort, "second"));
        assertThat(outcomes(imported(ADMIN, all(kind), rows))).containsExactly("created", "created");
        assertThat(outcomes(imported(ADMIN, all(kind), rows))).containsExactly("unchanged", "unchanged");
        for (String format : List.of("csv", "ndjson")) {
            String exported = export(anonymous(), all(kind), format);
            assertThat(exported).contains(one, other);
            assertThat(outcomes(imported(ADMIN, all(kind), format, exported))).as("%s as %s", kind, format)
                    .containsOnly("unchanged");
            assertThat(export(anonymous(), all(kind), format)).isEqualTo(exported);
        }
        assertEveryMemberHasAColumn(export(anonymous(), all(kind), "csv"), export(anonymous(), all(kind), "ndjson"));
        anonymous().get(all(kind) + "/" + one).then().body("name", equalTo("=first, \"quoted\""));
    }

    @ParameterizedTest
    @CsvSource({ "parties,armed_group", "organisations,academic" })
    void tellsWhatWasRecordedThenAndHowManyThereAre(String kind, String sort) {
        JsonPath made = imported(ADMIN, all(kind), List.of(row(one, sort, "before"), row(other, sort, "second"))).get(1);
        String then = anonymous().get(all(kind) + "/" + other).path("updatedAt");
        assertThat(outcomes(imported(ADMIN, all(kind), List.of(row(one, sort, "after"))))).containsExactly("updated");

        String past = export(anonymous(), all(kind), "ndjson", "asOf", then, "kind", sort);
        assertThat(past.lines().filter(line -> line.contains(one))).singleElement().asString().contains("before");
        assertThat(export(anonymous(), all(kind), "ndjson", "kind", sort)).contains("after").doesNotContain("before");
        int pastOnes = (int) past.lines().count();
        int presentOnes = (int) export(anonymous(), all(kind), "ndjson", "kind", sort).lines().count();
        anonymous().queryParam("asOf", then).queryParam("kind", sort).queryParam("count", "exact").get(all(kind)).then()
                .body("count", equalTo(pastOnes));
        anonymous().queryParam("kind", sort).queryParam("count", "exact").queryParam("limit", 1).get(all(kind)).then()
                .body("count", equalTo(presentOnes)).body("items.size()", equalTo(1));
        assertThat(made.getString("externalId.id")).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(strings = { "parties", "organisations" })
    void aLaterRunUndoesNoCorrection(String kind) {
        String sort = kind.equals("parties") ? "state" : "ngo";
        imported(ADMIN, all(kind), List.of(row(one, sort, "imported")));
        String exported = export(anonymous(), all(kind), "ndjson").lines().filter(line -> line.contains(one)).findFirst()
                .orElseThrow();
        Response seen = as(ADMIN).get(all(kind) + "/" + one);
        Given.patching(as(ADMIN), seen.header("ETag")).body("{\"name\":\"corrected\"}").patch(all(kind) + "/" + one).then()
                .statusCode(200);

        assertThat(outcomes(imported(ADMIN, all(kind), List.of(row(one, sort, "imported"))))).containsExactly("unchanged");
        assertThat(code(imported(ADMIN, all(kind), List.of(row(one, sort, "again"))).get(0))).isEqualTo("changed_since_import");
        assertThat(code(imported(ADMIN, all(kind), List.of(exported)).get(0))).isEqualTo("changed_since_import");
        String current = export(anonymous(), all(kind), "ndjson").lines().filter(line -> line.contains(one)).findFirst()
                .orElseThrow();
        assertThat(outcomes(imported(ADMIN, all(kind), List.of(current.replace("corrected", "edited")))))
                .containsExactly("updated");
        as(ADMIN).get(all(kind) + "/" + one).then().body("name", equalTo("edited")).body("version", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = { "parties", "organisations" })
    void refusesRowsAndPeople(String kind) {
        String row = row(one, kind.equals("parties") ? "state" : "ngo", "x");
        List<JsonPath> results = imported(ADMIN, all(kind), List.of("[]", row.replace(one, "No Slug"),
                row.replaceFirst("\"slug\":\"[^\"]*\",", ""), row.replaceFirst("\\{", "{\"colour\":1,"),
                row.replaceFirst("\\{", "{\"version\":1,"), row));
        assertThat(results.stream().map(result -> code(result))).containsExactly("wrong_type", "invalid_value",
                "missing_field", "unknown_field", "read_only_field", null);
        as(Tokens.analyst()).contentType("text/csv").body("slug").post(all(kind) + "/import").then()
                .spec(problem(403, "forbidden"));
        anonymous().contentType("text/csv").body("slug").post(all(kind) + "/import").then()
                .spec(problem(401, "unauthenticated"));
        anonymous().queryParam("format", "csv").queryParam("limit", "1").get(all(kind)).then()
                .spec(problemAt(400, "invalid_parameter", "?limit"));
    }
}
