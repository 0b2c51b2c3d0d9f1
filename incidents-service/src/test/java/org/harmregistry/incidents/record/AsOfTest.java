package org.harmregistry.incidents.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Random changes of demands against a model that remembers every answer: any past instant is answered as the model says. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AsOfTest {

    private static final String DEMANDS = "/api/v1/demands";
    private static final List<String> STATES = List.of("open", "met", "partly_met", "refused", "withdrawn");
    private static final int ACTS = 40;
    private static final int ASKED = 20;

    /** What the registry answered after one act. */
    private record Remembered(Instant at, Map<String, Object> demand) {
    }

    private static final class Model {

        private final List<Remembered> all = new ArrayList<>();

        void remember(Response answer) {
            all.add(new Remembered(Instant.parse(answer.jsonPath().getString("updatedAt")), answer.jsonPath().getMap("")));
        }

        /** The demands as they were, in the order of lists. */
        List<Map<String, Object>> at(Instant instant, Predicate<Map<String, Object>> wanted) {
            Map<Object, Map<String, Object>> latest = new LinkedHashMap<>();
            all.stream().filter(one -> !one.at().isAfter(instant))
                    .forEach(one -> latest.put(one.demand().get("id"), one.demand()));
            return latest.values().stream().filter(wanted)
                    .sorted(Comparator.comparing((Map<String, Object> one) -> knownOn(one))
                            .thenComparing(one -> one.get("id").toString()))
                    .toList();
        }
    }

    private static String knownOn(Map<String, Object> demand) {
        return demand.getOrDefault("madeOn", "9999-12-31").toString();
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void everyPastInstantIsAnsweredAsItWas(long seed) {
        Random random = new Random(seed);
        String party = Given.party("as-of-" + seed);
        Model model = new Model();
        for (int i = 0; i < ACTS; i++) {
            act(random, party, model);
        }
        List<Instant> instants = new ArrayList<>();
        instants.add(Instant.parse("2020-01-01T00:00:00Z"));
        for (Remembered one : model.all) {
            instants.add(one.at());
            instants.add(one.at().minus(1, ChronoUnit.MICROS));
        }
        Collections.shuffle(instants, random);
        for (Instant instant : instants.subList(0, ASKED)) {
            assertThat(walk(party, instant, random.nextInt(5) + 1, Map.of())).as("at %s", instant)
                    .isEqualTo(model.at(instant, one -> true));
            String state = STATES.get(random.nextInt(STATES.size()));
            assertThat(walk(party, instant, 200, Map.of("state", state))).as("%s at %s", state, instant)
                    .isEqualTo(model.at(instant, one -> one.get("state").equals(state)));
            String day = day(random);
            assertThat(walk(party, instant, 200, Map.of("knownBy", day))).as("known by %s at %s", day, instant)
                    .isEqualTo(model.at(instant, one -> knownOn(one).compareTo(day) <= 0));
            one(model, instant, model.all.get(random.nextInt(model.all.size())).demand().get("id"));
        }
    }

    private static void act(Random random, String party, Model model) {
        List<Map<String, Object>> now = model.at(Instant.MAX, one -> true);
        if (now.isEmpty() || random.nextInt(3) == 0) {
            model.remember(Given.analyst().body("{\"kind\": \"disclose\", \"by\": \"test\", \"addressee\": \"" + party
                    + "\", \"text\": \"random\", \"state\": \"open\""
                    + (random.nextBoolean() ? ", \"madeOn\": \"" + day(random) + "\"}" : "}")).post(DEMANDS));
            return;
        }
        Map<String, Object> demand = now.get(random.nextInt(now.size()));
        Response current = given().get(DEMANDS + "/" + demand.get("id"));
        Response changed = Given.patching(Given.analyst(), current.header("ETag"))
                .body("{\"state\": \"" + STATES.get(random.nextInt(STATES.size())) + "\", \"madeOn\": "
                        + (random.nextBoolean() ? "\"" + day(random) + "\"" : "null") + "}")
                .patch(DEMANDS + "/" + demand.get("id"));
        changed.then().statusCode(200);
        if (changed.jsonPath().getInt("version") > (int) demand.get("version")) {
            model.remember(changed);
        }
    }

    private static String day(Random random) {
        return "2018-0" + (random.nextInt(9) + 1) + "-1" + random.nextInt(10);
    }

    /** Pages as they come, read whole: a path asked of each would be compiled each time. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> walk(String party, Instant asOf, int limit, Map<String, String> filter) {
        List<Map<String, Object>> found = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("party", party).queryParam("asOf", asOf.toString()).queryParam("limit", limit)
                    .queryParams(filter);
            Map<String, Object> page = (next == null ? request : request.queryParam("after", next)).get(DEMANDS).then()
                    .statusCode(200).extract().jsonPath().getMap("");
            assertThat(page).containsEntry("asOf", asOf.toString());
            found.addAll((List<Map<String, Object>>) page.get("items"));
            next = (String) ((Map<String, Object>) page.get("page")).get("next");
        } while (next != null);
        return found;
    }

    private static void one(Model model, Instant instant, Object id) {
        Response answer = given().queryParam("asOf", instant.toString()).get(DEMANDS + "/" + id);
        List<Map<String, Object>> expected = model.at(instant, one -> one.get("id").equals(id));
        if (expected.isEmpty()) {
            answer.then().spec(problem(404, "not_found"));
        } else {
            Map<String, Object> then = new LinkedHashMap<>(expected.get(0));
            then.put("asOf", instant.toString());
            assertThat(answer.jsonPath().getMap("")).isEqualTo(then);
        }
    }

    @Test
    void whatIsCommittedLateIsNotPartOfAnAnswerAlreadyGiven() throws SQLException {
        String party = Given.party("as-of-late");
        Response made = Given.analyst().body("{\"kind\": \"disclose\", \"by\": \"test\", \"addressee\": \"" + party
                + "\", \"text\": \"late\", \"state\": \"open\"}").post(DEMANDS);
        try (Connection late = PostgresResource.asService(); Statement sql = late.createStatement()) {
            late.setAutoCommit(false);
            Instant begun = meetLate(sql, made.jsonPath().getString("id"));
            String asked = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
            JsonPath answer = ask(party, asked);
            late.commit();

            String effective = answer.getString("asOf");
            assertThat(Instant.parse(effective)).isBefore(begun);
            assertThat(answer.getList("items.state")).isEqualTo(List.of("open"));
            assertThat(ask(party, effective).getMap("")).isEqualTo(answer.getMap(""));
            assertThat(ask(party, asked).getList("items.state")).isEqualTo(List.of("met"));
        }
    }

    /** Writes a second revision, as another replica would that is slow to commit. */
    private static Instant meetLate(Statement sql, String id) throws SQLException {
        sql.execute("insert into revision (collection, record_id, version, kind, recorded_by, recorded_at, snapshot, derived)"
                + " select collection, record_id, 2, 'changed', 'late', now(), jsonb_set(snapshot, '{state}', '\"met\"'),"
                + " jsonb_set(derived, '{state}', '\"met\"') from revision where record_id = '" + id + "'");
        try (ResultSet row = sql.executeQuery("select now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static JsonPath ask(String party, String asOf) {
        return given().queryParam("party", party).queryParam("asOf", asOf).get(DEMANDS).then().statusCode(200).extract()
                .jsonPath();
    }

    @Test
    void theInstantOfTheFirstPageHoldsForTheWholeWalk() {
        String party = Given.party("as-of-walk");
        for (int i = 0; i < 3; i++) {
            Given.analyst().body("{\"kind\": \"disclose\", \"by\": \"test\", \"addressee\": \"" + party
                    + "\", \"text\": \"walk\", \"state\": \"open\"}").post(DEMANDS).then().statusCode(201);
        }
        String future = "2999-01-01T00:00:00Z";
        JsonPath first = given().queryParam("party", party).queryParam("asOf", future).queryParam("limit", 2).get(DEMANDS)
                .jsonPath();
        Given.analyst().body("{\"kind\": \"disclose\", \"by\": \"test\", \"addressee\": \"" + party
                + "\", \"text\": \"too late\", \"state\": \"open\"}").post(DEMANDS).then().statusCode(201);

        given().queryParam("party", party).queryParam("asOf", future).queryParam("limit", 2)
                .queryParam("after", first.getString("page.next")).get(DEMANDS).then().statusCode(200)
                .body("items.text", equalTo(List.of("walk"))).body("asOf", equalTo(first.getString("asOf")));
        given().queryParam("party", party).queryParam("after", first.getString("page.next")).get(DEMANDS)
                .then().spec(problemAt(400, "invalid_cursor", "?after"));
    }

    /** The script of the migration is run again over revisions as they were written before it. */
    @Test
    void revisionsFromBeforePastStatesCouldBeAskedForTellThemToo() throws SQLException, IOException {
        String party = Given.party("as-of-early");
        Response made = Given.analyst().body("{\"kind\": \"disclose\", \"by\": \"test\", \"addressee\": \"" + party
                + "\", \"text\": \"early\", \"state\": \"open\", \"madeOn\": \"2018-07-17\"}").post(DEMANDS);
        Response month = Given.analyst().body("{\"kind\": \"published_total\", \"stance\": \"conceded\", \"publishedOn\":"
                + " \"2018-02-03\", \"publishedOnPrecision\": \"month\", \"words\": \"some\"}")
                .post("/api/v1/parties/" + party + "/tallies");
        String both = "record_id in ('" + made.jsonPath().getString("id") + "', '" + month.jsonPath().getString("id") + "')";
        List<String> written;
        try (Connection owner = PostgresResource.asOwner(); Statement sql = owner.createStatement()) {
            written = derived(sql, both);
            sql.execute("update revision set derived = null, recorded_at = recorded_at + interval '1 second',"
                    + " snapshot = snapshot || jsonb_build_object('party', '" + party + "') where " + both);
            sql.execute(migration());
            assertThat(derived(sql, both)).isEqualTo(written);
        }
        String asOf = month.jsonPath().getString("updatedAt");
        JsonPath then = ask(party, asOf);
        assertThat(then.getList("items")).isEqualTo(List.of(made.jsonPath().getMap("")));
        given().queryParam("asOf", asOf).queryParam("knownBy", "2018-02-27").get("/api/v1/parties/" + party + "/tallies").then()
                .body("items.size()", equalTo(0));
        given().queryParam("asOf", asOf).queryParam("knownBy", "2018-02-28").get("/api/v1/parties/" + party + "/tallies").then()
                .body("items[0].version", equalTo(1));
    }

    private static String migration() throws IOException {
        try (InputStream script = AsOfTest.class
                .getResourceAsStream("/db/migration/V350__let_earlier_revisions_tell_past_states.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> derived(Statement sql, String which) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = sql
                .executeQuery("select (derived - array['measure', 'areaKey', 'periodFrom', 'periodTo', 'month'])"
                        + "::text from revision where " + which + " order by record_id")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void partiesAreRememberedToo() {
        String slug = Given.party("as-of-party");
        Response made = given().get("/api/v1/parties/" + slug);
        String first = made.jsonPath().getString("updatedAt");
        Given.patching(Given.admin(), made.header("ETag")).body("{\"kind\": \"state\"}").patch("/api/v1/parties/" + slug).then()
                .statusCode(200);

        given().queryParam("asOf", first).get("/api/v1/parties/" + slug).then().statusCode(200)
                .body("kind", equalTo("coalition")).body("slug", equalTo(slug))
                .body("id", equalTo(made.jsonPath().getString("id")));
        assertThat(slugs(first, "coalition")).contains(slug).isSorted();
        assertThat(slugs(first, "state")).doesNotContain(slug);
        assertThat(slugs(Instant.now().toString(), "state")).contains(slug);
        Given.analyst().get("/api/v1/parties/" + slug + "/revisions").then().statusCode(200)
                .body("items[1].changes.pointer", equalTo(List.of("/kind"))).body("items[1].changes.before",
                        equalTo(List.of("coalition")));
        Given.analyst().queryParam("asOf", first).get("/api/v1/parties/" + slug + "/revisions").then().statusCode(200)
                .body("items.version", equalTo(List.of(1))).body("asOf", equalTo(first));
    }

    private static List<String> slugs(String asOf, String kind) {
        List<String> found = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("asOf", asOf).queryParam("kind", kind).queryParam("limit", 3);
            JsonPath page = (next == null ? request : request.queryParam("after", next)).get("/api/v1/parties").then()
                    .statusCode(200).extract().jsonPath();
            found.addAll(page.getList("items.slug"));
            next = page.getString("page.next");
        } while (next != null);
        return found;
    }
}
