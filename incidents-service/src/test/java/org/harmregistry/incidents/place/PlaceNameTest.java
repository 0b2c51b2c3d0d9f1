package org.harmregistry.incidents.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNameTest {

    @ParameterizedTest
    @CsvSource({
            "'Ar Raqqah town', 'AR  raqqah\tTown '",
            "'Tell Abyad', 'Tell\u00a0Abyad'",
            "'\uff21leppo', 'aleppo'",
            "'\u0627\u0644\u0631\u0642\u0629', '\u0627\u0644\u0631\u0642\u0647'",
            "'\u0627\u0644\u0631\u0651\u064e\u0642\u0651\u0629', '\u0627\u0644\u0631\u0642\u0629'",
            "'\u062d\u0640\u0640\u0644\u0628', '\u062d\u0644\u0628'",
            "'\u0625\u062f\u0644\u0628', '\u0627\u062f\u0644\u0628'",
            "'\u0623\u0631\u064a\u062d\u0627', '\u0627\u0631\u064a\u062d\u0627'",
            "'\u0627\u0644\u0645\u062b\u0646\u0649', '\u0627\u0644\u0645\u062b\u0646\u064a'" })
    void makesTheSameNameOfSpellingsThatDifferOnlyInForm(String one, String other) {
        assertThat(PlaceName.normalised(one)).isEqualTo(PlaceName.normalised(other));
    }

    @ParameterizedTest
    @CsvSource({ "Siha, Sihah", "Raqqa, Ar-Raqqah", "'\u062d\u0644\u0628', '\u062d\u0645\u0635'" })
    void guessesNothingBeyondThat(String one, String other) {
        assertThat(PlaceName.normalised(one)).isNotEqualTo(PlaceName.normalised(other));
    }

    @ParameterizedTest
    @CsvSource({ "Ar Raqqah town, Raqqa", "Tal Afar, Tallafar", "Ar Rut bah, Ar Rutbah", "Near Abu Kamal, Abu Kamal",
            "\u0645\u062f\u064a\u0646\u0629 \u0627\u0644\u0631\u0642\u0629, \u0627\u0644\u0631\u0642\u0629" })
    void givesOneKeyToNamesThatDifferInForm(String one, String other) {
        assertThat(PlaceName.key(one)).isNotEmpty().isEqualTo(PlaceName.key(other));
    }
}
