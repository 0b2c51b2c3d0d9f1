package org.harmregistry.incidents.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaNameTest {

    @ParameterizedTest
    @CsvSource({ "Raqqa, Ar Raqqah", "raqqa, al-Raqqa", "Iraq and Syria, IRAQ AND  SYRIA" })
    void isTheSameHoweverItIsTransliterated(String one, String other) {
        assertThat(AreaName.normalised(one)).isNotBlank().isEqualTo(AreaName.normalised(other));
    }

    @ParameterizedTest
    @CsvSource({ "Raqqa, Raqqa governorate", "Raqqa city, Raqqa", "Iraq and Syria, Syria", "%, *" })
    void tellsAreasApart(String one, String other) {
        assertThat(AreaName.normalised(one)).isNotEqualTo(AreaName.normalised(other));
    }

    @Test
    void isNoneWhereNoneIsNamed() {
        assertThat(AreaName.normalised(null)).isNull();
    }
}
