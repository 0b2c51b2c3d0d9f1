package org.harmregistry.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.registry.Incident;
import org.junit.jupiter.api.Test;

/** Places are counted once each, and put together in cells when there are more than a map can show. */
class IncidentPlacesTest {

    @Test
    void countsWhatLiesAtTheSamePlace() {
        assertThat(places(List.of(at("A", 10, 20), at("A", 10, 20), at("B", 11, 20), at(null, 10, 20),
                new Incident("x", 1, null, null, null, null),
                new Incident("y", 1, null, null, null, new Incident.Place("Region", null, "region")))))
                .containsExactly(new MappedPlace("B", 11, 20, "town", 1), new MappedPlace(null, 10, 20, "town", 1),
                        new MappedPlace("A", 10, 20, "town", 2));
    }

    @Test
    void losesNoIncidentWherePlacesAreManyAndKeepsEachWithinItsCell() {
        List<Incident> many = IntStream.range(0, 40_000).mapToObj(i -> at("P" + i, (i % 200) * 0.005, i / 200 * 0.005))
                .toList();
        List<MappedPlace> places = places(many);
        assertThat(places).hasSizeBetween(2, 5_000);
        assertThat(places.stream().mapToLong(MappedPlace::incidents).sum()).isEqualTo(40_000);
        assertThat(places).allMatch(place -> place.lat() > 0 && place.lat() < 1 && place.lon() > 0 && place.lon() < 1);
    }

    @Test
    void givesTheSameInWhateverOrderTheyCome() {
        List<Incident> many = new ArrayList<>(IntStream.range(0, 40_000)
                .mapToObj(i -> at(i % 3 == 0 ? null : "P" + i / 64, (i % 200) * 0.005, i / 200 * 0.005)).toList());
        List<MappedPlace> places = places(many);
        Collections.shuffle(many, new Random(7));
        assertThat(places(many)).isEqualTo(places);
        assertThat(places).isEqualTo(inOneGo(many));
    }

    /** Written down plainly: all places at once, in wider and wider cells. */
    private static List<MappedPlace> inOneGo(List<Incident> many) {
        List<MappedPlace> places = many.stream().map(incident -> new MappedPlace(incident.place().name(),
                incident.place().point().lat(), incident.place().point().lon(), "town", 1)).toList();
        for (double width : new double[] { 0.02, 0.1, 0.5, 2, 10 }) {
            if (places.stream().map(place -> List.of(place.lat(), place.lon(), String.valueOf(place.name()))).distinct()
                    .count() > 5_000) {
                places = places.stream().collect(Collectors.groupingBy(place -> List.of(
                        Math.round((Math.floor(place.lat() / width) + 0.5) * width * 1e4) / 1e4,
                        Math.round((Math.floor(place.lon() / width) + 0.5) * width * 1e4) / 1e4))).entrySet().stream()
                        .map(cell -> new MappedPlace(cell.getValue().stream().map(MappedPlace::name).distinct().count() == 1
                                ? cell.getValue().get(0).name()
                                : null, cell.getKey().get(0), cell.getKey().get(1), "town",
                                cell.getValue().stream().mapToLong(MappedPlace::incidents).sum()))
                        .sorted(Comparator.comparingDouble(MappedPlace::lat).reversed()
                                .thenComparingDouble(MappedPlace::lon))
                        .toList();
            }
        }
        return places;
    }

    private static List<MappedPlace> places(List<Incident> incidents) {
        IncidentPlaces places = new IncidentPlaces();
        incidents.forEach(incident -> places.add(incident.place()));
        return places.all();
    }

    private static Incident at(String name, double lat, double lon) {
        return new Incident("id", 1, null, null, null, new Incident.Place(name, new Incident.Point(lat, lon), "town"));
    }
}
