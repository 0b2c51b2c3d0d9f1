package org.harmregistry.incidents.incident.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Which incidents are meant; what is {@code null} or empty does not narrow. Made by {@link IncidentFilterBuilder}.
 *
 * @param from first start day
 * @param to last start day; the start day alone counts, so that periods add up
 * @param overlapsFrom begins or goes on on this day or later
 * @param overlapsTo has begun by this day
 * @param country two letters of ISO 3166-1
 * @param admin1 code of the first-order area
 * @param admin2 code of the second-order area
 * @param place a place by name
 * @param bbox a box that the point lies in which the reader may see
 * @param party slug of a party that is known or suspected to be responsible
 * @param rules the party's entry was made by one of these rules
 * @param gradings which gradings count
 * @param minKilled at least so many civilians killed, by the lower bound
 * @param dataset the data set that the record was taken from
 * @param status where the record stands in its life
 */
public record IncidentFilter(LocalDate from, LocalDate to, LocalDate overlapsFrom, LocalDate overlapsTo, String country,
        String admin1, String admin2, PlaceQuery place, BoundingBox bbox, String party, List<String> rules,
        GradingChoice gradings, Integer minKilled, String dataset, IncidentStatus status) {

    /** Every incident that the reader may see. */
    public static final IncidentFilter EVERYTHING = new IncidentFilterBuilder().build();

    /** @throws Failure 422 {@code range_inverted} at the upper end of a period */
    public IncidentFilter {
        requireOrder(from, to, "to");
        requireOrder(overlapsFrom, overlapsTo, "overlaps");
        rules = rules == null ? List.of() : List.copyOf(rules);
        gradings = gradings == null ? GradingChoice.ALL : gradings;
    }

    private static void requireOrder(LocalDate first, LocalDate last, String parameter) {
        if (first != null && last != null && last.isBefore(first)) {
            throw Failure.atParameter(CommonFailure.RANGE_INVERTED, parameter, "The period ends before it begins.");
        }
    }

    /** The filter as the query parameters that ask for it, in alphabetical order. */
    public Map<String, String> parameters() {
        Map<String, String> given = new TreeMap<>();
        put(given, "from", from);
        put(given, "to", to);
        put(given, "overlaps", overlapsFrom == null ? null : overlapsFrom + "/" + overlapsTo);
        put(given, "country", country);
        put(given, "admin1", admin1);
        put(given, "admin2", admin2);
        put(given, "place", place == null ? null : place.input());
        put(given, "bbox", bbox);
        put(given, "party", party);
        put(given, "rule", rules.isEmpty() ? null : String.join(",", rules));
        put(given, "gradings", gradings.isAll() ? null : String.join(",", gradings.terms()));
        put(given, "minKilled", minKilled);
        put(given, "dataset", dataset);
        put(given, "status", status == null ? null : status.term());
        return given;
    }

    private static void put(Map<String, String> given, String name, Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }
}
