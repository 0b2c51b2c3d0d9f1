package org.harmregistry.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.registry.Incident;
import org.junit.jupiter.api.Test;

/** Places are counted once each, and put together in cells when there are more than a map can show. */
class IncidentPlacesTest {

    @Test
    void countsWhatLiesAtTheSamePlace() {
        assertThat(IncidentPlaces.of(List.of(at("A", 10, 20), at("A", 10, 20), at("B", 11, 20), at(null, 10, 20),
                new Incident("x", 1, null, null, null, null),
                new Incident("y", 1, null, null, null, new Incident.Place("Region", null, "region")))))
                .containsExactly(new MappedPlace("B", 11, 20, "town", 1), new MappedPlace(null, 10, 20, "town", 1),
                        new MappedPlace("A", 10, 20, "town", 2));
    }

    @Test
    void losesNoIncidentWherePlacesAreManyAndKeepsEachWithinItsCell() {
        List<Incident> many = IntStream.range(0, 40_000).mapToObj(i -> at("P" + i, (i % 200) * 0.005, i / 200 * 0.005))
                .toList();
        List<MappedPlace> places = IncidentPlaces.of(many);
        assertThat(places).hasSizeBetween(2, 5_000);
        assertThat(places.stream().mapToLong(MappedPlace::incidents).sum()).isEqualTo(40_000);
        assertThat(places).allMatch(place -> place.lat() > 0 && place.lat() < 1 && place.lon() > 0 && place.lon() < 1);
    }

    private static Incident at(String name, double lat, double lon) {
        return new Incident("id", 1, null, null, null, new Incident.Place(name, new Incident.Point(lat, lon), "town"));
    }
}
