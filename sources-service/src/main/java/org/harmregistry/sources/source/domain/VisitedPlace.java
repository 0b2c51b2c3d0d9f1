package org.harmregistry.sources.source.domain;

/**
 * The site that was visited.
 *
 * @param name the place's name; at most 200 characters
 * @param country two letters of ISO 3166-1
 * @param admin1 code of the first-order area, such as {@code SY11}
 * @param admin2 code of the second-order area, such as {@code SY1101}
 * @param point the site itself; everybody sees the centre of its cell of 0.01 degrees
 * @param accuracyMetres how far from the site the point may lie, 1 to 100,000
 */
public record VisitedPlace(String name, String country, String admin1, String admin2, GeoPoint point,
        Integer accuracyMetres) {

    public VisitedPlace {
        FieldPlace.check(name, country, admin1, admin2);
        Parts.number(accuracyMetres, 1, 100_000, "/accuracyMetres");
        Parts.requireSome(name, country, admin1, admin2, point);
    }

    /** The place as everybody may see it. */
    VisitedPlace forEverybody() {
        return point == null ? this : new VisitedPlace(name, country, admin1, admin2, point.cell(), null);
    }
}
