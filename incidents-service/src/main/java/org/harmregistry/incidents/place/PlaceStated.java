package org.harmregistry.incidents.place;

/**
 * What a record states of its place; each may be {@code null}.
 *
 * @param country two letters of ISO 3166-1
 * @param admin1 code of the first-order area
 * @param admin2 code of the second-order area
 * @param lat degrees (WGS 84)
 * @param lon degrees (WGS 84)
 */
public record PlaceStated(String name, String country, String admin1, String admin2, Double lat, Double lon) {

    /** Farther apart, a village of the same name is another one. */
    private static final double SAME_PLACE_KM = 25;
    private static final double KM_PER_DEGREE = 111.32;

    /** Whether nothing stated speaks against an entry that bears the name. */
    boolean mayBe(GazetteerEntry entry) {
        GazetteerPlace place = entry.place();
        boolean inCountry = country == null || country.equals(entry.country());
        return inCountry && isInArea(entry) && (place == null || lat == null || lon == null || isNear(place.point()));
    }

    private boolean isInArea(GazetteerEntry entry) {
        String area = entry.unit() != null ? entry.unit().code() : entry.place() != null ? entry.place().admin1() : null;
        return admin1 == null || area == null || area.startsWith(admin1);
    }

    private boolean isNear(GazetteerPlace.Position point) {
        double north = (lat - point.lat()) * KM_PER_DEGREE;
        double east = (lon - point.lon()) * KM_PER_DEGREE * Math.cos(Math.toRadians(lat));
        return Math.hypot(north, east) <= SAME_PLACE_KM;
    }
}
