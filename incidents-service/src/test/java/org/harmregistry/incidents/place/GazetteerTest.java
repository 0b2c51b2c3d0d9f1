package org.harmregistry.incidents.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class GazetteerTest {

    private static final Gazetteer GAZETTEER = new Gazetteer(new ObjectMapper());

    @ParameterizedTest
    @CsvSource({ "Al-Hasakah Governorate, SY08", "\u0645\u062d\u0627\u0641\u0638\u0629 \u062d\u0644\u0628, SY02", "hims, SY04",
            "Rif Dimashq, SY03", "Tartous, SY10" })
    void findsAGovernorateByNameAndAlias(String name, String code) {
        assertThat(GAZETTEER.understand(name).codes(AdminLevel.ADMIN1)).containsExactly(code);
    }

    @Test
    void findsAllLevelsThatBearAName() {
        PlaceQuery raqqa = GAZETTEER.understand("Ar-Raqqah");

        assertThat(raqqa.codes(AdminLevel.ADMIN1)).containsExactly("SY11");
        assertThat(raqqa.codes(AdminLevel.ADMIN2)).containsExactly("SY1101");
    }

    @Test
    void findsNothingForANameThatNoAreaBears() {
        assertThat(GAZETTEER.understand("Atlantis").units()).isEmpty();
    }

    @Test
    void knowsTheGovernoratesOfSyriaAlone() {
        assertThat(GAZETTEER.mayBeIn("SY", "SY14")).isTrue();
        assertThat(GAZETTEER.mayBeIn("SY", "SY15")).isFalse();
        assertThat(GAZETTEER.mayBeIn("SY", "SY1101")).isFalse();
        assertThat(GAZETTEER.mayBeIn("IQ", "IQ15")).isTrue();
    }
}
