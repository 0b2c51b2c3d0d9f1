package org.harmregistry.incidents.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {

    @ParameterizedTest
    @CsvSource({ "35.9512, 39.0148, 35.955, 39.015", "0.29, 0.28999, 0.295, 0.285", "-0.001, -0.01, -0.005, -0.005",
            "35.95, 39.01, 35.955, 39.015", "90, 180, 89.995, 179.995", "-90, -180, -89.995, -179.995" })
    void liesInAFixedCell(double lat, double lon, double cellLat, double cellLon) {
        assertThat(new GeoPoint(lat, lon).cell()).isEqualTo(new GeoPoint(cellLat, cellLon));
    }

    @Test
    void hasTheSameCellAsItsCell() {
        GeoPoint cell = new GeoPoint(36.123456, 37.654321).cell();

        assertThat(cell.cell()).isEqualTo(cell);
    }
}
