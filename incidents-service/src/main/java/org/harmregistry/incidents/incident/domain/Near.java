package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A circle on the map.
 *
 * @param centre its centre
 * @param radius in metres, 1 to 500,000
 */
public record Near(GeoPoint centre, int radius) {

    private static final double METRES_PER_DEGREE = 111_195.0;
    private static final int LARGEST = 500_000;

    /**
     * Reads the two parameters of a request.
     *
     * @param near latitude and longitude in degrees with a comma between them
     * @param radius metres, or kilometres with {@code km} behind
     * @return {@code null} if neither is given
     */
    static Near of(String near, String radius) {
        if (near == null && radius == null) {
            return null;
        }
        if (near == null || !near.matches("-?\\d{1,2}(\\.\\d{1,12})?,-?\\d{1,3}(\\.\\d{1,12})?")) {
            throw invalid("near", "near is latitude,longitude in degrees, with a radius.");
        }
        String[] degrees = near.split(",");
        double lat = Double.parseDouble(degrees[0]);
        double lon = Double.parseDouble(degrees[1]);
        if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
            throw invalid("near", "near is latitude,longitude in degrees: -90 to 90 and -180 to 180.");
        }
        return new Near(new GeoPoint(lat, lon), metres(radius));
    }

    private static int metres(String radius) {
        if (radius != null && radius.matches("\\d{1,6}(m|km)?")) {
            int number = Integer.parseInt(radius.replaceAll("\\D", ""));
            long metres = radius.endsWith("km") ? number * 1_000L : number;
            if (metres >= 1 && metres <= LARGEST) {
                return (int) metres;
            }
        }
        throw invalid("radius", "radius is a whole number of metres from 1 to 500,000, or of kilometres as in 5km.");
    }

    private static Failure invalid(String parameter, String detail) {
        return Failure.atParameter(CommonFailure.INVALID_PARAMETER, parameter, detail);
    }

    /** A box that holds the circle. */
    public BoundingBox around() {
        double height = radius / METRES_PER_DEGREE * 1.01;
        double minLat = Math.max(-90, centre.lat() - height);
        double maxLat = Math.min(90, centre.lat() + height);
        double narrowest = Math.cos(Math.toRadians(Math.max(Math.abs(minLat), Math.abs(maxLat))));
        double width = narrowest < 0.01 ? 180 : height / narrowest;
        if (width >= 180) {
            return new BoundingBox(-180, minLat, 180, maxLat);
        }
        return new BoundingBox(wrapped(centre.lon() - width), minLat, wrapped(centre.lon() + width), maxLat);
    }

    private static double wrapped(double lon) {
        return lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon;
    }

    @Override
    public String toString() {
        return centre.lat() + "," + centre.lon();
    }
}
