package org.harmregistry.sources.citation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** The summary of incidents with sources and citations made at random, against a plain model: who hears of whom, on paper. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CitationSummaryModelTest {

    private static final String PUBLISHER = Tokens.publisher();
    private static final List<String> LANGUAGES = List.of("ar", "en", "fr");
    private static final List<String> KINDS = List.of("article", "post", "report");
    private static final List<String> STANCES = List.of("supports", "contradicts", "mentions");

    private record Made(String id, String kind, String language, String page, String repeats, boolean shown) {
    }

    private record Cited(Made source, String stance, int page, Integer killed) {
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
    void whatIsPutSideBySideIsWhatWasMade(long seed) {
        Random random = new Random(seed);
        String incident = unique();
        List<Made> sources = new ArrayList<>();
        int wanted = 1 + random.nextInt(14);
        while (sources.size() < wanted) {
            sources.add(source(random, sources));
        }
        List<Cited> citations = new ArrayList<>();
        // Some are made and not cited: what they repeat tells nothing then.
        for (Made source : sources) {
            for (int page = 1; page <= random.nextInt(4); page++) {
                citations.add(new Cited(source, STANCES.get(random.nextInt(3)), page,
                        random.nextBoolean() ? random.nextInt(100) : null));
            }
        }
        String[] rows = citations.stream().map(cited -> row(incident, cited)).toArray(String[]::new);
        if (rows.length > 0) {
            assertThat(results(importRows(CITATIONS, PUBLISHER, "upsert", rows)))
                    .allMatch(result -> outcome(result).equals("created"));
        }

        compare(as(PUBLISHER), incident, citations);
        compare(given(), incident, citations.stream().filter(cited -> cited.source().shown()).toList());
    }

    private static Made source(Random random, List<Made> before) {
        String language = random.nextInt(4) == 0 ? null : LANGUAGES.get(random.nextInt(3));
        String page = random.nextInt(3) == 0 ? "https://news.example/" + random.nextInt(3) : null;
        String repeats = before.isEmpty() || random.nextInt(2) == 0 ? null
                : before.get(random.nextInt(before.size())).id();
        boolean shown = random.nextInt(4) > 0;
        String kind = KINDS.get(random.nextInt(3));
        String row = "{\"externalIds\": [{\"system\": \"model\", \"id\": \"" + unique() + "\"}], \"kind\": \"" + kind
                + "\", \"title\": \"Made at random\"" + (language == null ? "" : ", \"language\": \"" + language + "\"")
                + (page == null ? "" : ", \"url\": \"" + page + "\"")
                + (repeats == null ? "" : ", \"independence\": {\"repeats\": \"" + repeats + "\"}")
                + (shown ? ", \"status\": \"accepted\", \"publication\": \"public\"" : "") + "}";
        String id = results(importRows(SOURCES, PUBLISHER, "upsert", row)).get(0).getString("id");
        return new Made(id, kind, language, page, repeats, shown);
    }

    private static String row(String incident, Cited cited) {
        String claims = cited.killed() == null ? ""
                : ", \"claims\": {\"killed\": {\"civilians\": {\"min\": " + cited.killed() + "}}}";
        return "{\"source\": \"" + cited.source().id() + "\", \"incident\": \"" + incident + "\", \"stance\": \""
                + cited.stance() + "\", \"locator\": {\"page\": " + cited.page() + "}" + claims + "}";
    }

    private static void compare(RequestSpecification reader, String incident, List<Cited> citations) {
        JsonPath found = reader.queryParam("incident", incident).get(CITATIONS + "/summary").then().statusCode(200).extract()
                .jsonPath();
        Set<Made> sources = citations.stream().map(Cited::source).collect(Collectors.toSet());
        List<Set<String>> voices = voices(sources);

        assertThat(found.getInt("sources")).isEqualTo(sources.size());
        assertThat(found.getInt("independent")).isEqualTo(voices.size());
        assertThat(found.<Map<String, Integer>> get("stances")).isEqualTo(tally(citations, Cited::stance));
        assertThat(found.<Map<String, Integer>> get("kinds")).isEqualTo(tally(sources, Made::kind));
        assertThat(found.<Map<String, Integer>> get("languages"))
                .isEqualTo(tally(sources, source -> source.language() == null ? "unknown" : source.language()));
        List<Map<String, Object>> sides = found.getList("claims");
        assertThat(sides.stream().map(side -> List.of(side.get("source"), side.get("stance"),
                ((Map<?, ?>) side.get("locator")).get("page"), String.valueOf(side.get("claims")))).toList())
                .containsExactlyInAnyOrderElementsOf(citations.stream().map(cited -> List.<Object> of(cited.source().id(),
                        cited.stance(), cited.page(), cited.killed() == null ? "null"
                                : "{killed={civilians={min=" + cited.killed() + "}}}"))
                        .toList());
        Map<Object, Set<String>> said = new HashMap<>();
        sides.forEach(
                side -> said.computeIfAbsent(side.get("voice"), voice -> new HashSet<>()).add((String) side.get("source")));
        assertThat(said.values()).containsExactlyInAnyOrderElementsOf(voices);
    }

    private static <T> Map<String, Integer> tally(Iterable<T> values, Function<T, String> by) {
        Map<String, Integer> tally = new TreeMap<>();
        values.forEach(value -> tally.merge(by.apply(value), 1, Integer::sum));
        return tally;
    }

    /**
     * Plainly: everybody begins alone; whoever hears of another, or prints the same page, joins; until nobody joins any more.
     */
    private static List<Set<String>> voices(Set<Made> sources) {
        Map<String, Set<String>> groups = new HashMap<>();
        sources.forEach(source -> groups.put(source.id(), new HashSet<>(Set.of(source.id()))));
        boolean joined = true;
        while (joined) {
            joined = false;
            for (Made one : sources) {
                for (Made other : sources) {
                    if (together(one, other) && groups.get(one.id()) != groups.get(other.id())) {
                        Set<String> all = groups.get(one.id());
                        all.addAll(groups.get(other.id()));
                        all.forEach(id -> groups.put(id, all));
                        joined = true;
                    }
                }
            }
        }
        return new ArrayList<>(new HashSet<>(groups.values()));
    }

    private static boolean together(Made one, Made other) {
        boolean hears = one.repeats() != null && (one.repeats().equals(other.id()) || one.repeats().equals(other.repeats()));
        return hears || one.page() != null && one.page().equals(other.page());
    }
}
