package org.harmregistry.reports.template;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.harmregistry.reports.document.MapPicture;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.wording.Wording;

/** The map of where the events are located, with the places as a table. */
public final class PlacesMap {

    private static final int LISTED = 50;

    private final Wording wording;

    public PlacesMap(Wording wording) {
        this.wording = wording;
    }

    /** The map, or none if nothing is located. */
    public Optional<MapPicture> of(List<MappedPlace> places) {
        List<MappedPlace> most = places.stream().sorted(Comparator.comparingLong(MappedPlace::incidents).reversed())
                .limit(LISTED).toList();
        if (most.isEmpty()) {
            return Optional.empty();
        }
        long events = places.stream().mapToLong(MappedPlace::incidents).sum();
        return Optional.of(new MapPicture(wording.text("map.title"), wording.text("map.described", events, places.size(),
                name(most.get(0)), most.get(0).incidents()), table(most, places.size())));
    }

    private Table table(List<MappedPlace> most, int all) {
        return new Table(wording.text("map.caption", most.size(), all), List.of(
                new Table.Column(wording.text("map.place"), false), new Table.Column(wording.text("map.latitude"), true),
                new Table.Column(wording.text("map.longitude"), true),
                new Table.Column(wording.text("records.series.events"), true)),
                most.stream().map(place -> new Table.Row(name(place), List.of(degrees(place.lat()), degrees(place.lon()),
                        wording.number(place.incidents())), null, false)).toList());
    }

    private String name(MappedPlace place) {
        return place.name() == null ? wording.text("map.unnamed") : place.name();
    }

    private static String degrees(double angle) {
        return String.format(Locale.ROOT, "%.4f", angle);
    }
}
