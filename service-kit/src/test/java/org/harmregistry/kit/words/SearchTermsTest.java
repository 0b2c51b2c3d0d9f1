package org.harmregistry.kit.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

    @ParameterizedTest
    @CsvSource({ "Siha, Sihah", "Ar Raqqah, Raqqa", "al-Raqqa, Ar-Raqqah", "Al Raqqa, RAQQA", "Dayr az Zawr, Deir al-Zawr",
            "Ein Issa, \u2018Ayn \u2018\u012as\u00e1", "Qaiyara, Al Qayy\u0101rah", "Baiji, Bayji", "Habbaniyah, Habbaniyya",
            "Hussein, \u1e28usayn", "Mar\u2019a, Mar'a", "Suweida, As Suwayda", "Hasakah, Al-\u1e24asaka", "Raqqa's, Raqqa",
            "Mahmoud, Mahmud",
            "\u0627\u0644\u0631\u0642\u0629, \u0631\u0642\u0647",
            "\u0627\u0644\u0631\u0651\u064e\u0642\u0651\u0629, \u0628\u0627\u0644\u0631\u0642\u0629",
            "\u062d\u0640\u0640\u0644\u0628, \u062d\u0644\u0628", "\u0625\u062f\u0644\u0628, \u0627\u062f\u0644\u0628",
            "\u0627\u0644\u0633\u0648\u064a\u062f\u0627\u0621, \u0633\u0648\u064a\u062f\u0627",
            "\u0644\u0644\u0631\u0642\u0629, \u0648\u0627\u0644\u0631\u0642\u0629", "\u0661\u0662, 12" })
    void foldsSpellingsOfOneNameAlike(String one, String other) {
        assertThat(SearchTerms.of(one)).isNotEmpty().isEqualTo(SearchTerms.of(other));
    }

    @ParameterizedTest
    @CsvSource({ "Homs, Hama", "Tal, Tel", "2011, 201", "\u062d\u0644\u0628, \u062d\u0645\u0635", "Idlib, Irbil",
            "shot, shut" })
    void keepsWordsApartThatMayNotBeTheSame(String one, String other) {
        assertThat(SearchTerms.of(one)).isNotEqualTo(SearchTerms.of(other));
    }

    @Test
    void takesOperatorsAndWildcardsForPlainText() {
        assertThat(SearchTerms.query("market | !school:* & (\"b%\" <-> a_c) OR 'x\\")).containsExactly("market", "schul", "or");
        assertThat(SearchTerms.query("%*|&!():<>'\"\\\u0000\ud800")).isEmpty();
    }

    @Test
    void takesDistinctWordsOfAllTextsInOrder() {
        assertThat(SearchTerms.of("Strike on a market", null, "market, Raqqa; \u0627\u0644\u0631\u0642\u0629"))
                .containsExactly("strike", "on", "market", "raqa", "\u0631\u0642\u0647");
    }

    @Test
    void boundsLengthAndNumber() {
        assertThat(SearchTerms.of("b" + "az".repeat(20), "ba".repeat(20), "x")).containsExactly("ba".repeat(20));
        String many = IntStream.range(0, 1000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(SearchTerms.of(many)).hasSize(SearchTerms.MOST).doesNotHaveDuplicates();
    }

    @Test
    void knowsLettersOutsideTheBasicPlane() {
        assertThat(SearchTerms.of("\ud83a\udd23\ud83a\udd23 \ud83d\ude00")).containsExactly("\ud83a\udd23\ud83a\udd23");
    }
}
