package org.harmregistry.incidents.victim;

import static io.restassured.RestAssured.given;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.victim.VictimApi.add;
import static org.harmregistry.incidents.victim.VictimApi.named;
import static org.harmregistry.incidents.victim.VictimApi.patch;
import static org.harmregistry.incidents.victim.VictimApi.person;
import static org.harmregistry.incidents.victim.VictimApi.victims;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class VictimBadInputTest {

    private static final String AUTHOR = Tokens.contributor("victims-bad");

    private static void refused(int status, String code, String pointer, String content) {
        String incident = create(AUTHOR, body("")).path("id");
        add(AUTHOR, incident, content).then().spec(problemAt(status, code, pointer));
    }

    @Test
    void refusesWhatIsMalformed() {
        refused(400, "missing_field", "/timeline", "{}");
        refused(400, "missing_field", "/timeline", "{\"timeline\":[]}");
        refused(400, "missing_field", "/timeline/0/state", "{\"timeline\":[{}]}");
        refused(400, "wrong_type", "/timeline/0/state", person("dead", ""));
        refused(400, "invalid_date", "/timeline/0/on", "{\"timeline\":[{\"state\":\"missing\",\"on\":\"2017-02-30\"}]}");
        refused(400, "wrong_type", "/timeline/0", "{\"timeline\":[null]}");
        refused(400, "wrong_type", "/timeline/0/source", "{\"timeline\":[{\"state\":\"missing\",\"source\":\"x\"}]}");
        refused(400, "wrong_type", "/age", person("missing", "\"age\":7.9"));
        refused(400, "invalid_value", "/age", person("missing", "\"age\":-1"));
        refused(400, "invalid_value", "/age", person("missing", "\"age\":131"));
        refused(400, "wrong_type", "/sex", person("missing", "\"sex\":\"male\""));
        refused(400, "missing_field", "/names/0/name", person("missing", "\"names\":[{\"language\":\"ar\",\"name\":\" \"}]"));
        refused(400, "invalid_value", "/names/0/language",
                person("missing", "\"names\":[{\"language\":\"x\",\"name\":\"a\"}]"));
        refused(400, "duplicate_key", "/age", person("missing", "\"age\":1,\"age\":2"));
        refused(400, "unknown_field", "/witness", person("missing", "\"witness\":\"somebody\""));
        refused(400, "read_only_field", "/outcome", person("missing", "\"outcome\":\"killed\""));
        refused(400, "read_only_field", "/namePublic", person("missing", "\"namePublic\":true"));
        refused(400, "invalid_text", "/notes", person("missing", "\"notes\":\"\\ud800\""));
        refused(400, "wrong_type", "", "[]");
    }

    @Test
    void refusesWhatContradictsItself() {
        refused(422, "illegal_status_change", "/timeline/1/state", person("died_of_wounds injured", ""));
        refused(422, "person_contradictory", "/ageGroup", person("missing", "\"age\":3,\"ageGroup\":\"adult\""));
        refused(422, "person_contradictory", "/pregnant", person("missing", "\"sex\":\"man\",\"pregnant\":true"));
        refused(422, "register_id_repeated", "/externalIds/1",
                person("missing", "\"externalIds\":[{\"system\":\"s\",\"id\":\"1\"},{\"system\":\"s\",\"id\":\"1\"}]"));
        refused(422, "text_too_long", "/names/0/name", person("missing", named("x".repeat(301))));
    }

    @Test
    void refusesAPatchThatWouldBreakTheRecord() {
        String incident = create(AUTHOR, body("")).path("id");
        String id = add(AUTHOR, incident, person("missing", "\"age\":30")).path("id");

        patch(AUTHOR, incident, id, "\"1.own\"", "{\"timeline\":null}").then()
                .spec(problemAt(400, "missing_field", "/timeline"));
        patch(AUTHOR, incident, id, "\"1.own\"", "{\"ageGroup\":\"child\"}").then()
                .spec(problemAt(422, "person_contradictory", "/ageGroup"));
        patch(AUTHOR, incident, id, "\"1.own\"", "{\"state\":\"withdrawn\"}").then()
                .spec(problemAt(400, "read_only_field", "/state"));
        as(AUTHOR).contentType("application/merge-patch+json").body("{}").patch(victims(incident) + "/" + id).then()
                .spec(problem(428, "precondition_required"));
        as(AUTHOR).contentType("application/json").body("{}").patch(victims(incident) + "/" + id).then()
                .spec(problem(415, "unsupported_media_type"));
    }

    @Test
    void findsNothingAtAddressesThatAreNone() {
        String incident = create(AUTHOR, body("")).path("id");

        given().get(victims(UUID.randomUUID().toString())).then().spec(problem(404, "not_found"));
        as(AUTHOR).get(victims(incident) + "/" + UUID.randomUUID()).then().spec(problem(404, "not_found"));
        as(AUTHOR).get(victims(incident) + "/%27%20or%201=1").then().spec(problem(404, "not_found"));
        as(AUTHOR).get(victims(incident) + "?state=all").then().spec(problemAt(400, "invalid_parameter", "?state"));
        as(AUTHOR).get(victims(incident) + "?name=x").then().spec(problemAt(400, "unknown_parameter", "?name"));
    }
}
