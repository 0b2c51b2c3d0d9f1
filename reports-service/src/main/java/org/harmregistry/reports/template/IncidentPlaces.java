package org.harmregistry.reports.template;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.registry.Incident;

/** Puts incidents at the same public place together: a map shows places, and never one incident more exactly than the list. */
final class IncidentPlaces {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());

    private IncidentPlaces() {
    }

    /** The places from north to south and west to east; what has no point is on none of them. */
    static List<MappedPlace> of(List<Incident> incidents) {
        Map<Incident.Place, Long> counted = new LinkedHashMap<>();
        incidents.stream().map(Incident::place).filter(place -> place != null && place.point() != null)
                .forEach(place -> counted.merge(place, 1L, Long::sum));
        return counted.entrySet().stream().map(entry -> {
            Incident.Place place = entry.getKey();
            return new MappedPlace(place.name(), place.point().lat(), place.point().lon(), place.accuracy(), entry.getValue());
        }).sorted(Comparator.comparingDouble(MappedPlace::lat).reversed().thenComparingDouble(MappedPlace::lon)
                .thenComparing(MappedPlace::name, TEXT).thenComparing(MappedPlace::accuracy, TEXT)).toList();
    }
}
