package org.harmregistry.reports.template.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected squares are those of NGA's GeoTrans, as its C library gives them (through the Python package mgrs 1.6). */
class GridReferenceTest {

    @ParameterizedTest
    @CsvSource({ "35.955, 39.015, 37SEV0178", "10.005, 20.005, 34PCS9006", "36.335, 43.125, 38SLF3122",
            "-33.865, 151.215, 56HLH3451", "60.395, 5.325, 32VKN9701", "78.225, 15.645, 33XWG1483",
            "0.005, -0.005, 30NZF3300", "31.515, 34.455, 36RXV3887", "83.995, 0.005, 31XDP6528",
            "-79.995, 179.995, 60CWS5817", "40.445, -79.985, 17TNE8677", "-0.005, 6.005, 32MJE6699" })
    void namesTheSquareOfAKilometre(double lat, double lon, String square) {
        assertThat(GridReference.of(lat, lon)).contains(square);
    }

    @Test
    void hasNoneAtThePoles() {
        assertThat(GridReference.of(84.5, 0)).isEmpty();
        assertThat(GridReference.of(-80.5, 0)).isEmpty();
    }
}
