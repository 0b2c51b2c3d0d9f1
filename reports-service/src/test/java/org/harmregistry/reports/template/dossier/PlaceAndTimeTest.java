package org.harmregistry.reports.template.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where and when a dossier says that it was: cells by hand, instants as GNU date gives them. */
class PlaceAndTimeTest {

    @ParameterizedTest
    @CsvSource({ "35.950618, 39.0094, 35.955, 39.005", "10.005, 20.005, 10.005, 20.005", "35.95, 39, 35.955, 39.005",
            "-0.001, -179.999, -0.005, -179.995", "90, 180, 89.995, 179.995", "-90, -180, -89.995, -179.995" })
    void aPlaceIsTheMiddleOfItsCell(double lat, double lon, double shownLat, double shownLon) {
        assertThat(PublicCell.around(new Incident.Point(lat, lon))).isEqualTo(new Incident.Point(shownLat, shownLon));
    }

    @ParameterizedTest
    @CsvSource({ "2017-07-02, 18:00, 20:00, Asia/Damascus, 2017-07-02T15:00:00Z, 2017-07-02T17:00:00Z",
            "2021-03-14, 01:30, 03:30, America/New_York, 2021-03-14T06:30:00Z, 2021-03-14T07:30:00Z",
            "2020-12-22, 23:30, 00:30, Africa/Cairo, 2020-12-22T21:30:00Z, 2020-12-22T22:30:00Z",
            "2017-07-02, 18:00, , Asia/Damascus, 2017-07-02T15:00:00Z, ",
            "2017-07-02, , 18:00, Asia/Damascus, 2017-07-02T15:00:00Z, " })
    void aLocalTimeIsToldInUtc(LocalDate day, String from, String to, String zone, Instant begin, Instant end) {
        assertThat(UtcWindow.of(occurred(day, day, "day", from, to, zone))).contains(new UtcWindow(begin, end));
    }

    @Test
    void nothingIsToldWhereDayTimeOrZoneAreNotKnown() {
        LocalDate day = LocalDate.of(2017, 7, 2);
        assertThat(UtcWindow.of(occurred(day, day, "day", "18:00", null, null))).isEmpty();
        assertThat(UtcWindow.of(occurred(day, day, "day", null, null, "Asia/Damascus"))).isEmpty();
        assertThat(UtcWindow.of(occurred(day, day, "day", "18:00", null, "Nowhere/Land"))).isEmpty();
        assertThat(UtcWindow.of(occurred(day, day.plusDays(1), "span", "18:00", null, "Asia/Damascus"))).isEmpty();
        assertThat(UtcWindow.of(occurred(day, day, "month", "18:00", null, "Asia/Damascus"))).isEmpty();
        assertThat(UtcWindow.of(new IncidentRecord.Occurred(day, day, "day", null))).isEmpty();
    }

    private static IncidentRecord.Occurred occurred(LocalDate from, LocalDate to, String precision, String begin, String end,
            String zone) {
        return new IncidentRecord.Occurred(from, to, precision, new IncidentRecord.LocalTime("window", begin, end, zone));
    }
}
