package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A box on the map, in degrees. If its western edge lies east of its eastern one, it crosses the 180th meridian.
 */
public record BoundingBox(double minLon, double minLat, double maxLon, double maxLat) {

    private static final String FORM = "bbox is minLon,minLat,maxLon,maxLat in degrees.";

    public BoundingBox {
        if (!(Math.abs(minLon) <= 180 && Math.abs(maxLon) <= 180 && Math.abs(minLat) <= 90 && Math.abs(maxLat) <= 90)) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "bbox", FORM);
        }
        if (minLat > maxLat) {
            throw Failure.atParameter(CommonFailure.RANGE_INVERTED, "bbox", "minLat is above maxLat.");
        }
    }

    /** Reads four numbers with commas between them. */
    public static BoundingBox of(String text) {
        if (!text.matches("-?\\d{1,3}(\\.\\d{1,12})?(,-?\\d{1,3}(\\.\\d{1,12})?){3}")) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "bbox", FORM);
        }
        String[] edges = text.split(",");
        return new BoundingBox(Double.parseDouble(edges[0]), Double.parseDouble(edges[1]), Double.parseDouble(edges[2]),
                Double.parseDouble(edges[3]));
    }

    public boolean crossesDateLine() {
        return minLon > maxLon;
    }

    @Override
    public String toString() {
        return minLon + "," + minLat + "," + maxLon + "," + maxLat;
    }
}
