package org.harmregistry.reports.template;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.registry.Incident;

/**
 * Puts incidents at the same public place together: a map shows places, and never one incident more exactly than the list. Of a
 * million incidents it holds no more places than it gives; their order makes no difference.
 */
final class IncidentPlaces {

    /** More places than a picture can show, or a file should hold. */
    private static final int MOST = 5_000;
    /** Widths of cells in degrees, tried in turn while there are too many places. */
    private static final List<Double> CELLS = List.of(0.02, 0.1, 0.5, 2.0, 10.0);
    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<MappedPlace> ORDER = Comparator.comparingDouble(MappedPlace::lat).reversed()
            .thenComparingDouble(MappedPlace::lon).thenComparing(MappedPlace::name, TEXT)
            .thenComparing(MappedPlace::accuracy, TEXT);

    private final Map<Position, MappedPlace> found = new HashMap<>();
    private int coarseness;

    /** What is counted together: a place by all that is known of it or, in cells, the middle of one. */
    private record Position(double lat, double lon, String name, String accuracy) {
    }

    /** Adds where one incident happened; what has no point is on none of the places. */
    void add(Incident.Place place) {
        if (place == null || place.point() == null) {
            return;
        }
        MappedPlace at = new MappedPlace(place.name(), place.point().lat(), place.point().lon(), place.accuracy(), 1);
        for (int i = 0; i < coarseness; i++) {
            at = inCell(at, CELLS.get(i));
        }
        put(at);
        while (found.size() > MOST && coarseness < CELLS.size()) {
            List<MappedPlace> finer = List.copyOf(found.values());
            found.clear();
            double width = CELLS.get(coarseness++);
            finer.forEach(each -> put(inCell(each, width)));
        }
    }

    /** The places from north to south and west to east. */
    List<MappedPlace> all() {
        return found.values().stream().sorted(ORDER).toList();
    }

    private void put(MappedPlace place) {
        boolean whole = coarseness == 0;
        found.merge(new Position(place.lat(), place.lon(), whole ? place.name() : null, whole ? place.accuracy() : null), place,
                IncidentPlaces::together);
    }

    private static MappedPlace inCell(MappedPlace place, double width) {
        return new MappedPlace(place.name(), middle(place.lat(), width), middle(place.lon(), width), place.accuracy(),
                place.incidents());
    }

    /** One place; it keeps a name or an accuracy that both share. */
    private static MappedPlace together(MappedPlace one, MappedPlace other) {
        return new MappedPlace(shared(one.name(), other.name()), one.lat(), one.lon(),
                shared(one.accuracy(), other.accuracy()), one.incidents() + other.incidents());
    }

    private static String shared(String one, String other) {
        return Objects.equals(one, other) ? one : null;
    }

    private static double middle(double angle, double width) {
        return Math.round((Math.floor(angle / width) + 0.5) * width * 1e4) / 1e4;
    }
}
