package org.harmregistry.incidents.duplicate.domain;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.harmregistry.incidents.incident.domain.GeoPoint;
import org.harmregistry.incidents.incident.domain.PlaceAccuracy;

/** How far two points lie apart, beside how exactly each is known. */
final class DistanceComparison {

    /** Mean radius of the Earth (IUGG), metres. */
    private static final double EARTH = 6_371_008.8;
    private static final double NOT_SAID = 1_500;
    /** Half the diagonal of a cell of 0.01 degrees at the equator, rounded up. */
    private static final double CELL = 800;
    private static final double DIFFER = 6;
    /** Two exact points of one crater are rarely given alike: people stand around it. */
    private static final double LEAST_TOLERANCE = 100;
    private static final Map<PlaceAccuracy, Double> METRES = metres();

    private DistanceComparison() {
    }

    private static Map<PlaceAccuracy, Double> metres() {
        Map<PlaceAccuracy, Double> metres = new EnumMap<>(PlaceAccuracy.class);
        metres.put(PlaceAccuracy.WITHIN_1M_VIA_COALITION, 10.0);
        metres.put(PlaceAccuracy.EXACT_LOCATION_VIA_AIRWARS, 10.0);
        metres.put(PlaceAccuracy.EXACT_LOCATION_VIA_COALITION, 10.0);
        metres.put(PlaceAccuracy.EXACT_LOCATION_OTHER, 10.0);
        metres.put(PlaceAccuracy.WITHIN_100M_VIA_COALITION, 100.0);
        metres.put(PlaceAccuracy.NEARBY_LANDMARK, 250.0);
        metres.put(PlaceAccuracy.STREET, 300.0);
        metres.put(PlaceAccuracy.NEIGHBOURHOOD_AREA, 1_000.0);
        metres.put(PlaceAccuracy.VILLAGE, 1_500.0);
        metres.put(PlaceAccuracy.TOWN, 3_000.0);
        metres.put(PlaceAccuracy.CITY, 8_000.0);
        metres.put(PlaceAccuracy.SUBDISTRICT, 15_000.0);
        metres.put(PlaceAccuracy.DISTRICT, 30_000.0);
        metres.put(PlaceAccuracy.PROVINCE_GOVERNORATE, 80_000.0);
        metres.put(PlaceAccuracy.COUNTRY, 500_000.0);
        return metres;
    }

    static ScorePart of(ComparedIncident one, ComparedIncident other) {
        GeoPoint first = one.content().point();
        GeoPoint second = other.content().point();
        if (first == null || second == null) {
            return null;
        }
        double distance = metres(first, second);
        double tolerance = Math.max(LEAST_TOLERANCE, Math.hypot(exactness(one), exactness(other)));
        double agreement = distance <= tolerance ? 1 : Math.pow(tolerance / distance, 2);
        return ScorePart.of(ScorePartKind.DISTANCE, agreement, worth(tolerance), DIFFER, text(distance, tolerance));
    }

    /** To how many metres a record's point is known to this reader. */
    static double exactness(ComparedIncident incident) {
        PlaceAccuracy accuracy = incident.content().place().accuracy();
        double metres = accuracy == null ? NOT_SAID : METRES.get(accuracy);
        return incident.byCell() ? metres + CELL : metres;
    }

    /** That two points agree says the less, the less exactly they are known. */
    private static double worth(double tolerance) {
        if (tolerance <= 500) {
            return 5;
        }
        if (tolerance <= 2_000) {
            return 4;
        }
        if (tolerance <= 10_000) {
            return 2.5;
        }
        return tolerance <= 30_000 ? 1 : 0;
    }

    /** The distance along the great circle in metres, by the haversine formula. */
    static double metres(GeoPoint one, GeoPoint other) {
        double lat = Math.toRadians(other.lat() - one.lat());
        double lon = Math.toRadians(other.lon() - one.lon());
        double a = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(one.lat())) * Math.cos(Math.toRadians(other.lat())) * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    private static String text(double distance, double tolerance) {
        String apart = inWords(distance) + " apart";
        return tolerance <= 500 ? apart : apart + " (known to " + inWords(tolerance) + ")";
    }

    private static String inWords(double metres) {
        if (metres < 1_000) {
            return Math.round(metres / 10) * 10 + " m";
        }
        return metres < 10_000 ? String.format(Locale.ROOT, "%.1f km", metres / 1_000) : Math.round(metres / 1_000) + " km";
    }
}
