package org.harmregistry.reports.template;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.registry.Incident;

/** Puts incidents at the same public place together: a map shows places, and never one incident more exactly than the list. */
final class IncidentPlaces {

    /** More places than a picture can show, or a file should hold. */
    private static final int MOST = 5_000;
    /** Widths of cells in degrees, tried in turn while there are too many places. */
    private static final List<Double> CELLS = List.of(0.02, 0.1, 0.5, 2.0, 10.0);
    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<MappedPlace> ORDER = Comparator.comparingDouble(MappedPlace::lat).reversed()
            .thenComparingDouble(MappedPlace::lon).thenComparing(MappedPlace::name, TEXT)
            .thenComparing(MappedPlace::accuracy, TEXT);

    private IncidentPlaces() {
    }

    /** The places from north to south and west to east; what has no point is on none of them. */
    static List<MappedPlace> of(List<Incident> incidents) {
        Map<Incident.Place, Long> counted = new LinkedHashMap<>();
        incidents.stream().map(Incident::place).filter(place -> place != null && place.point() != null)
                .forEach(place -> counted.merge(place, 1L, Long::sum));
        List<MappedPlace> places = counted.entrySet().stream().map(entry -> new MappedPlace(entry.getKey().name(),
                entry.getKey().point().lat(), entry.getKey().point().lon(), entry.getKey().accuracy(), entry.getValue()))
                .sorted(ORDER).toList();
        for (int i = 0; places.size() > MOST && i < CELLS.size(); i++) {
            places = inCells(places, CELLS.get(i));
        }
        return places;
    }

    /** Each cell as one place in its middle; it keeps a name or an accuracy that all of its places share. */
    private static List<MappedPlace> inCells(List<MappedPlace> places, double width) {
        return places.stream().collect(Collectors.groupingBy(place -> List.of(middle(place.lat(), width),
                middle(place.lon(), width)), LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(cell -> new MappedPlace(shared(cell.getValue().stream().map(MappedPlace::name).toList()),
                        cell.getKey().get(0), cell.getKey().get(1),
                        shared(cell.getValue().stream().map(MappedPlace::accuracy).toList()),
                        cell.getValue().stream().mapToLong(MappedPlace::incidents).sum()))
                .sorted(ORDER).toList();
    }

    private static String shared(List<String> texts) {
        return texts.stream().allMatch(text -> Objects.equals(text, texts.get(0))) ? texts.get(0) : null;
    }

    private static Double middle(double angle, double width) {
        return Math.round((Math.floor(angle / width) + 0.5) * width * 1e4) / 1e4;
    }
}
