package org.harmregistry.incidents.count.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VagueNumbersTest {

    @ParameterizedTest
    @CsvSource({ "some, 2", "several, 3", "A few, 3", "a dozen, 12", "dozens, 24", "Dozens of civilians, 24",
            "tens of people, 20",
            "scores, 40", "hundreds killed, 200", "thousands, 2000", "عشرات, 20", "عشرات المدنيين, 20", "مئات, 200",
            "المئات, 200", "آلاف, 2000", "الاف, 2000", "بعض, 2" })
    void understandsTheWordsOfTheCodebook(String words, int atLeast) {
        assertThat(VagueNumbers.read(words)).hasValueSatisfying(range -> {
            assertThat(range.min()).isEqualTo(atLeast);
            assertThat(range.max()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "hundreds of thousands", "tens of thousands", "some say dozens", "no civilians, not dozens",
            "about 30",
            "٣٠", "a massacre", "", "dozensof", "لا مئات" })
    void understandsNothingThatIsTwoThingsOrNone(String words) {
        assertThat(VagueNumbers.read(words)).isEmpty();
    }

    @Test
    void namesEachWordOnce() {
        var words = VagueNumbers.ENTRIES.stream()
                .flatMap(entry -> java.util.stream.Stream.concat(entry.english().stream(), entry.arabic().stream())).toList();

        assertThat(words).doesNotHaveDuplicates();
        VagueNumbers.ENTRIES.forEach(entry -> {
            assertThat(entry.english()).allMatch(word -> VagueNumbers.read(word).isPresent());
            assertThat(entry.arabic()).allMatch(word -> VagueNumbers.read(word).isPresent());
        });
    }
}
