package org.harmregistry.acceptance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class SyntheticSourcesTest {

    private static final int MANY = 5_000;

    private final SyntheticSources sources = new SyntheticSources();
    private final ObjectMapper mapper = new ObjectMapper();

    private JsonNode row(long number) {
        return read(sources.row(number, "event-" + number));
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNumberIsAlwaysTheSameSource() {
        assertThat(new SyntheticSources().row(42, "event-42")).isEqualTo(sources.row(42, "event-42"))
                .isNotEqualTo(sources.row(43, "event-42"));
    }

    @Test
    void everyKindOccursAndArticlesAndPostsMakeMostOfThem() {
        Map<String, Integer> kinds = new TreeMap<>();
        LongStream.range(0, MANY).forEach(number -> kinds.merge(row(number).path("kind").asText(), 1, Integer::sum));

        // As the registry's vocabulary of kinds has them.
        assertThat(kinds).containsOnlyKeys("article", "post", "statement", "letter", "interview", "site_visit", "imagery",
                "photo", "video", "report", "register");
        assertThat(kinds.get("article") + kinds.get("post")).isBetween(MANY * 58 / 100, MANY * 70 / 100);
    }

    @Test
    void noInterviewIsPublicAndNobodyIsNamed() {
        List<JsonNode> interviews = LongStream.range(0, MANY).mapToObj(this::row)
                .filter(row -> row.path("kind").asText().equals("interview")).toList();

        assertThat(interviews).isNotEmpty().allSatisfy(row -> {
            assertThat(row.has("publication")).isFalse();
            assertThat(row.path("interview").path("family").asText()).matches("FAM-\\d+");
        });
    }

    @Test
    void eachSaysThatItIsSyntheticAndPointsNowhere() {
        assertThat(LongStream.range(0, 500).mapToObj(this::row)).allSatisfy(row -> {
            assertThat(row.path("title").asText()).startsWith("Synthetic: ");
            assertThat(row.path("url").asText("https://none.example/")).matches("https://[a-z0-9-]+\\.example/.*");
        });
    }

    @Test
    void textsAndAddressesDifferSoThatFewAreDuplicates() {
        Set<String> addresses = new HashSet<>();
        long withAddress = LongStream.range(0, MANY).mapToObj(this::row).filter(row -> row.has("url"))
                .peek(row -> addresses.add(row.path("url").asText())).count();

        assertThat(addresses).hasSizeGreaterThan((int) (withAddress * 0.99));
    }

    @Test
    void incidentsAreCitedByAboutFourSourcesEachAndAreAmongThoseAskedFor() {
        Map<String, Integer> cited = new TreeMap<>();
        LongStream.range(0, MANY).forEach(number -> sources.citations(number, "event-" + number)
                .forEach(citation -> cited.merge(read(citation).path("incident").asText(), 1, Integer::sum)));

        long incidents = SyntheticSources.incidentsOf(MANY);
        assertThat(incidents).isEqualTo(MANY / 4);
        assertThat(LongStream.range(0, incidents).mapToObj(number -> SyntheticSources.incident(number).toString()))
                .allSatisfy(incident -> assertThat(cited.get(incident)).isBetween(4, 6));
    }
}
