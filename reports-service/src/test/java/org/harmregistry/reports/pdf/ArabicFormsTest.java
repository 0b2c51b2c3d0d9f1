package org.harmregistry.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters take the forms that the Unicode Standard gives them beside each other, and are still the same letters. */
class ArabicFormsTest {

    /** Expected forms by their code points in the block Arabic Presentation Forms-B. */
    @ParameterizedTest
    @CsvSource({
            "بيت, FE91 FEF4 FE96",
            "باب, FE91 FE8E FE8F",
            "إلى, FE87 FEDF FEF0",
            "لا, FEFB",
            "الآن, FE8D FEF5 FEE5",
            "بلا, FE91 FEFC",
            "لاب, FEFB FE8F",
            "شيء, FEB7 FEF2 FE80",
            "قُتل, FED7 064F FE98 FEDE",
            "أب ب, FE83 FE8F 0020 FE8F",
    })
    void choosesTheFormByTheNeighbours(String word, String forms) {
        StringBuilder expected = new StringBuilder();
        for (String code : forms.split(" ")) {
            expected.append((char) Integer.parseInt(code, 16));
        }
        assertThat(ArabicForms.of(word)).isEqualTo(expected.toString());
        assertThat(Normalizer.normalize(ArabicForms.of(word), Normalizer.Form.NFKC)).isEqualTo(word);
    }

    @Test
    void leavesTagsAndWhatProgramsReadAsTheyAre() {
        assertThat(ArabicForms.inObjects("<fo:bookmark-title>باب</fo:bookmark-title><fo:block a=\"باب\">باب</fo:block>"))
                .isEqualTo("<fo:bookmark-title>باب</fo:bookmark-title><fo:block a=\"باب\">\uFE91\uFE8E\uFE8F</fo:block>");
        assertThat(ArabicForms.of("Raqqa 42")).isEqualTo("Raqqa 42");
    }
}
