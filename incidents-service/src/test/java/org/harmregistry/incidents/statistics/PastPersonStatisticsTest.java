package org.harmregistry.incidents.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.incidents.lineage.LineageApi.merge;
import static org.harmregistry.incidents.victim.VictimApi.act;
import static org.harmregistry.incidents.victim.VictimApi.add;
import static org.harmregistry.incidents.victim.VictimApi.patch;
import static org.harmregistry.incidents.victim.VictimApi.person;
import static org.harmregistry.incidents.victim.VictimApi.victims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Recorded victims by sex and age group as of any instant, against a plain model that keeps every state there ever was. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PastPersonStatisticsTest {

    /** Timelines, and what became of the person by them: whoever is missing after an injury was injured. */
    private static final Map<String, String> OUTCOMES = new TreeMap<>(Map.of("missing", "missing", "under_rubble", "missing",
            "injured", "injured", "injured missing", "injured", "injured died_of_wounds", "killed", "identified", "killed",
            "missing unidentified_body", "killed", "missing under_rubble", "missing"));
    private static final List<String> TIMELINES = List.copyOf(OUTCOMES.keySet());

    /** One person as recorded; no record is ever changed, so that a state can be kept by keeping the map. */
    private record Person(String incident, String sex, String ageGroup, String timeline) {
    }

    private record State(String instant, Map<String, Person> persons) {
    }

    private final String dataset = unique("past-persons");
    private final List<String> incidents = new ArrayList<>();
    private final Map<String, Person> persons = new HashMap<>();
    private final List<State> states = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = { 3, 20261127 })
    void isWhatThePlainModelRemembers(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            incidents.add(publicIncident(unique("past-persons"), body("\"dataset\":\"" + dataset + "\"")));
        }
        for (int i = 0; i < 40; i++) {
            states.add(new State(write(random), new HashMap<>(persons)));
        }
        // The persons of a merged record are its successor's from now on, and stay its own in the past.
        merge(incidents.get(0), incidents.get(1)).then().statusCode(200);
        for (State state : states) {
            compare(state, Tokens.analyst(), 1);
            compare(state, null, 3);
        }
    }

    /** When the registry recorded it. */
    private String write(Random random) {
        List<String> ids = List.copyOf(persons.keySet());
        int choice = ids.isEmpty() ? 0 : random.nextInt(4);
        if (choice < 2) {
            return addAny(random);
        }
        String id = ids.get(random.nextInt(ids.size()));
        Person before = persons.get(id);
        String tag = as(Tokens.analyst()).get(victims(before.incident()) + "/" + id).header("ETag");
        if (choice == 2) {
            persons.remove(id);
            return written(act(Tokens.analyst(), before.incident(), id, "withdrawal", tag), 200);
        }
        Person after = any(random, before.incident());
        persons.put(id, after);
        Response changed = patch(Tokens.analyst(), before.incident(), id, tag, members(after));
        return written(changed, 200);
    }

    private String addAny(Random random) {
        Person added = any(random, incidents.get(random.nextInt(incidents.size())));
        Response made = add(Tokens.analyst(), added.incident(), members(added));
        String at = written(made, 201);
        persons.put(made.path("id"), added);
        return at;
    }

    private static String written(Response response, int status) {
        response.then().statusCode(status);
        return response.path("updatedAt");
    }

    private static Person any(Random random, String incident) {
        return new Person(incident, random.nextBoolean() ? "man" : "woman", random.nextBoolean() ? "adult" : "child",
                TIMELINES.get(random.nextInt(TIMELINES.size())));
    }

    private static String members(Person person) {
        return person(person.timeline(), "\"sex\":\"" + person.sex() + "\",\"ageGroup\":\"" + person.ageGroup() + "\"");
    }

    private void compare(State state, String token, int smallest) {
        RequestSpecification reader = token == null ? given() : as(token);
        JsonPath answer = reader.queryParams(Map.of("dataset", dataset, "by", "sex,ageGroup", "asOf", state.instant()))
                .get("/api/v1/statistics").then().statusCode(200).extract().jsonPath();
        Map<String, Integer> told = new TreeMap<>();
        for (Map<String, Object> group : answer.<Map<String, Object>> getList("groups")) {
            Map<?, ?> keys = (Map<?, ?>) group.get("keys");
            ((Map<?, ?>) group.get("persons")).forEach((outcome, count) -> {
                if ((Integer) count > 0) {
                    told.put(keys.get("sex") + " " + keys.get("ageGroup") + " " + outcome, (Integer) count);
                }
            });
        }
        assertThat(told).as("as of %s", state.instant()).isEqualTo(remembered(state, smallest));
    }

    /** A kind is of persons of one incident with the same sex, age group and outcome: nothing else is varied here. */
    private static Map<String, Integer> remembered(State state, int smallest) {
        Map<String, Integer> kinds = new TreeMap<>();
        state.persons().values().forEach(person -> kinds.merge(person.incident() + " " + person.sex() + " " + person.ageGroup()
                + " " + OUTCOMES.get(person.timeline()), 1, Integer::sum));
        Map<String, Integer> sums = new TreeMap<>();
        kinds.forEach((kind, count) -> {
            String[] parts = kind.split(" ");
            String shown = count >= smallest ? parts[1] + " " + parts[2] : "not_shown not_shown";
            sums.merge(shown + " " + parts[3], count, Integer::sum);
        });
        return sums;
    }
}
