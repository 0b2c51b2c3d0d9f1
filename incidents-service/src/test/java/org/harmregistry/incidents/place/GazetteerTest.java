package org.harmregistry.incidents.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class GazetteerTest {

    private static final Gazetteer GAZETTEER = new Gazetteer(new ObjectMapper());
    /** Raqqa in GeoNames. */
    private static final long RAQQA = 172955;

    @ParameterizedTest
    @CsvSource({ "Al-Hasakah Governorate, SY08", "\u0645\u062d\u0627\u0641\u0638\u0629 \u062d\u0644\u0628, SY02", "hims, SY04",
            "Rif Dimashq, SY03", "Tartous, SY10", "Hama Province, SY05" })
    void findsAGovernorateByNameAndAlias(String name, String code) {
        assertThat(GAZETTEER.understand(name).codes(AdminLevel.ADMIN1)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Raqqa", "Ar Raqqah", "al-Raqqa", "AR-RAQQAH", "Rakka",
            "\u0627\u0644\u0631\u0642\u0629",
            "\u0627\u0644\u0631\u0642\u0647", "\u0627\u0644\u0631\u0651\u064e\u0642\u0651\u0629", "Raqqa, Syria" })
    void takesAllSpellingsForOnePlace(String name) {
        PlaceQuery raqqa = GAZETTEER.understand(name);

        assertThat(raqqa.places()).isNotEmpty();
        assertThat(raqqa.places().get(0).id()).isEqualTo(RAQQA);
        assertThat(raqqa.score()).isEqualTo(1);
        assertThat(raqqa.codes(AdminLevel.ADMIN1)).containsExactly("SY11");
        assertThat(raqqa.codes(AdminLevel.ADMIN2)).containsExactly("SY1101");
        assertThat(raqqa.keys()).contains("raqa", "\u0631\u0642\u0647");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Ar Raqqah town", "Raqqa City", "\u0645\u062f\u064a\u0646\u0629 \u0627\u0644\u0631\u0642\u0629" })
    void takesATownForTheTownAloneAndNotForTheAreaOfItsName(String name) {
        PlaceQuery raqqa = GAZETTEER.understand(name);

        assertThat(raqqa.places()).extracting(GazetteerPlace::id).contains(RAQQA);
        assertThat(raqqa.units()).isEmpty();
        assertThat(raqqa.keys()).contains("raqa", "\u0631\u0642\u0647");
    }

    @Test
    void tellsWhatItKnowsOfAPlace() {
        assertThat(GAZETTEER.understand("Ar Raqqah").places().get(0)).isEqualTo(new GazetteerPlace(RAQQA, "Ar Raqqah",
                "\u0627\u0644\u0631\u0642\u0629", "SY", "SY11", "SY1101", new GazetteerPlace.Position(35.95283, 39.00788)));
    }

    @Test
    void saysHowANameWasUnderstood() {
        assertThat(GAZETTEER.understand("Mosul").understanding()).isEqualTo(Understanding.SAME_NAME);
        assertThat(GAZETTEER.understand("Tikrit, Iraq").understanding()).isEqualTo(Understanding.WITHOUT_QUALIFIER);
        PlaceQuery misspelt = GAZETTEER.understand("Falujeh");
        assertThat(misspelt.understanding()).isEqualTo(Understanding.SIMILAR_SPELLING);
        assertThat(misspelt.score()).isLessThan(1).isGreaterThan(0.8);
        assertThat(misspelt.places().get(0).name()).isEqualTo("Al Fall\u016bjah");
    }

    @Test
    void looksInTheCountryStated() {
        assertThat(GAZETTEER.understand("Sinjar", "IQ").places()).extracting(GazetteerPlace::country).containsOnly("IQ");
        assertThat(GAZETTEER.understand("Sinjar", "SY").places()).extracting(GazetteerPlace::country).containsOnly("SY");
        assertThat(GAZETTEER.understand("Sinjar").places()).extracting(GazetteerPlace::country).contains("SY", "IQ");
        assertThat(GAZETTEER.understand("\u0633\u0648\u0631\u064a\u0627").country()).isEqualTo("SY");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Atlantis", "%", "*", "x", "---", "Zzyzx' or 1=1", "\ud800" })
    void findsNothingForANameThatNothingBears(String name) {
        PlaceQuery query = GAZETTEER.understand(name);

        assertThat(query.units()).isEmpty();
        assertThat(query.places()).isEmpty();
        assertThat(query.understanding()).isNull();
    }

    @Test
    void knowsTheGovernoratesOfSyriaAlone() {
        assertThat(GAZETTEER.mayBeIn("SY", "SY14")).isTrue();
        assertThat(GAZETTEER.mayBeIn("SY", "SY15")).isFalse();
        assertThat(GAZETTEER.mayBeIn("SY", "SY1101")).isFalse();
        assertThat(GAZETTEER.mayBeIn("IQ", "IQ15")).isTrue();
    }

    @Test
    void namesThePlaceInItsOtherLanguages() {
        assertThat(termsFor("Raqqa", "SY", null)).contains("\u0631\u0642\u0647", "raqa");
        assertThat(termsFor(null, "SY", "SY11")).contains("\u0631\u0642\u0647", "raqa");
        assertThat(termsFor("\u0627\u0644\u0645\u0648\u0635\u0644", "IQ", null)).contains("mosul");
        assertThat(termsFor("Atlantis", null, null)).isEmpty();
    }

    @Test
    void addsNoNamesOfAnotherPlaceThatBearsTheName() {
        assertThat(termsFor("Raqqa", "IQ", null)).isEmpty();
        assertThat(termsFor("Adra town", "SY", "SY03")).doesNotContain("\u062f\u0631\u0639\u0627");
        assertThat(GAZETTEER.termsFor(new PlaceStated("Raqqa", "SY", null, null, 35.95, 39.01))).contains("nicephorium");
        assertThat(GAZETTEER.termsFor(new PlaceStated("Raqqa", "SY", null, null, 33.5, 36.3))).doesNotContain("nicephorium");
    }

    private static List<String> termsFor(String name, String country, String admin1) {
        return GAZETTEER.termsFor(new PlaceStated(name, country, admin1, null, null, null));
    }
}
