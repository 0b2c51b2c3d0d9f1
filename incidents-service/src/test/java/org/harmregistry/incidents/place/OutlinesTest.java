package org.harmregistry.incidents.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class OutlinesTest {

    private static final Outlines OUTLINES = Outlines.read(new ObjectMapper());

    @ParameterizedTest
    @CsvSource({ "SY, 35.95, 39.01", "IQ, 36.34, 43.13", "PS, 31.5, 34.44", "UA, 48.0, 37.8", "LY, 32.9, 13.2",
            // border towns and islands
            "SY, 36.89, 38.36", "SY, 34.86, 35.86", "TR, 36.73, 37.1", "IL, 31.32, 34.4",
            // at sea
            "PS, 31.5, 34.2", "LY, 34.0, 13.0", "YE, 13.0, 43.0",
            // disputed
            "UA, 44.95, 34.1", "RU, 44.95, 34.1", "SY, 33.0, 35.8", "IL, 33.0, 35.8", "PS, 31.78, 35.24", "IL, 31.9, 35.2",
            "SO, 9.56, 44.06", "EH, 27.15, -13.2", "TW, 25.05, 121.5", "CN, 25.05, 121.5", "CY, 35.33, 33.3",
            // across the date line, and a country that the file doesn't draw
            "RU, 66.0, -170.5", "FJ, -16.5, 179.99", "GF, 4.9, -52.3" })
    void takesAPointInTheCountryNearItOffItOrClaimedByIt(String country, double lat, double lon) {
        assertThat(OUTLINES.mayBeIn(country, lat, lon)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            // Mosul said to be in Syria, Raqqa in Iraq, latitude and longitude swapped, null island, far at sea
            "SY, 36.34, 43.13", "IQ, 35.95, 39.01", "SY, 39.01, 35.95", "SY, 0, 0", "PS, 34.44, 31.5", "UA, 55.75, 37.6",
            "RU, 50.45, 30.52", "LY, 40.0, -30.0", "SY, -90, 0", "AF, 33.68, 73.05" })
    void refusesAPointClearlyElsewhere(String country, double lat, double lon) {
        assertThat(OUTLINES.mayBeIn(country, lat, lon)).isFalse();
    }

    /** 6,377 places with the country that GeoNames says, which the outlines know nothing of. */
    @Test
    void takesEachPlaceOfTheGazetteerInItsOwnCountry() throws IOException {
        GazetteerFiles.table("geonames/places.tsv.gz", cells -> assertThat(
                OUTLINES.mayBeIn(cells[8], Double.parseDouble(cells[4]), Double.parseDouble(cells[5])))
                .as(cells[1] + " " + cells[8]).isTrue());
    }
}
