package org.harmregistry.incidents.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentContentTest {

    private static IncidentContent content(Place place, Harm harm, String dataset) {
        return new IncidentContent(null, "title", null, null, new Occurrence(LocalDate.of(2017, 7, 2), null, null, null),
                place, null, null, harm, null, null, dataset, null, null);
    }

    private static Place place() {
        return new Place("Raqqa", null, "SY", "SY11", null, new GeoPoint(35.9512, 39.0148), PlaceAccuracy.STREET, null,
                "37SEV1234567890");
    }

    @ParameterizedTest
    @CsvSource(value = { "1,2,3,-", "3,2,1,totals_low_above_high", "1,3,2,totals_best_outside",
            "2,1,3,totals_best_outside", "4,-,3,totals_low_above_high", "-,2,-,-", "2,2,2,-" }, nullValues = "-")
    void remarksTotalsOutOfOrder(Integer low, Integer best, Integer high, String finding) {
        Harm harm = new Harm(true, null, null, new TotalsAsPublished("ucdp-ged", low, best, high));

        assertThat(content(null, harm, null).findings()).extracting(DataQualityFinding::code)
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void hidesThePointAndTheGridReferenceFromEverybody() {
        Place shown = content(place(), null, null).forEverybody().place();

        assertThat(shown.point()).isEqualTo(new GeoPoint(35.955, 39.015));
        assertThat(shown.mgrs()).isNull();
        assertThat(shown.name()).isEqualTo("Raqqa");
    }

    @Test
    void hidesNothingOfAPublicDataSet() {
        assertThat(content(place(), null, "ucdp-ged-syria").forEverybody().place()).isEqualTo(place());
    }

    @Test
    void takesOneDayForAnEndThatIsNotGiven() {
        Occurrence occurred = content(null, null, null).occurred();

        assertThat(occurred.to()).isEqualTo(LocalDate.of(2017, 7, 2));
        assertThat(occurred.precision()).isEqualTo(DatePrecision.DAY);
    }

    @Test
    void countsItsCodeWithinCountryAndYear() {
        assertThat(CodeSeries.of(content(place(), null, null)).code(42)).isEqualTo("SY-2017-00042");
        assertThat(CodeSeries.of(content(null, null, null)).code(123_456)).isEqualTo("XX-2017-123456");
    }

    @Test
    void asksForTheParametersThatMadeAFilter() {
        IncidentFilter filter = new IncidentFilterReading().to("2017-10-17").admin1("SY11")
                .rules("a-1,b-1").minKilled("1").filter();

        assertThat(filter.parameters()).hasToString("{admin1=SY11, minKilled=1, rule=a-1,b-1, to=2017-10-17}");
    }
}
