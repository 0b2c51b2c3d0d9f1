package org.harmregistry.reports.template.dossier;

import java.util.Optional;

import mil.nga.grid.features.Point;
import mil.nga.mgrs.MGRS;
import mil.nga.mgrs.grid.GridType;

/** Places in the Military Grid Reference System (NGA.STND.0037), as the squares of one kilometre in which they lie. */
final class GridReference {

    /** The system covers the Earth from 80 degrees south to 84 degrees north; the poles have another one. */
    private static final double SOUTH = -80;
    private static final double NORTH = 84;

    private GridReference() {
    }

    /**
     * The square of a point, one kilometre wide, as the cell in which everybody sees places.
     *
     * @param lat latitude in degrees, WGS 84
     * @param lon longitude in degrees, WGS 84
     */
    static Optional<String> of(double lat, double lon) {
        return lat < SOUTH || lat >= NORTH ? Optional.empty()
                : Optional.of(MGRS.from(Point.point(lon, lat)).coordinate(GridType.KILOMETER));
    }
}
