package org.harmregistry.incidents.place;

import java.util.List;

/**
 * The land of one country as rings of whole numbers on the grid of the file that they come from, two to a point.
 */
final class Outline {

    private static final double KM_PER_DEGREE = 111.32;

    private final List<int[]> rings;
    private final Grid grid;
    private final int[] box = { Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE };

    Outline(List<int[]> rings, Grid grid) {
        this.rings = rings;
        this.grid = grid;
        for (int[] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                box[i % 2] = Math.min(box[i % 2], ring[i]);
                box[2 + i % 2] = Math.max(box[2 + i % 2], ring[i]);
            }
        }
    }

    /** Whether a point lies on the land: a ray from it meets the rings an odd number of times. */
    boolean contains(double lat, double lon) {
        double x = grid.x(lon);
        double y = grid.y(lat);
        if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) {
            return false;
        }
        boolean inside = false;
        for (int[] ring : rings) {
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                boolean crosses = ring[i + 1] > y != ring[j + 1] > y;
                if (crosses && x < (double) (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /** Whether a point outside lies at most so far from the land. Distances are those of a plane laid at the point. */
    boolean isWithin(double km, double lat, double lon) {
        double height = grid.latStep() * KM_PER_DEGREE;
        double width = grid.lonStep() * KM_PER_DEGREE * Math.cos(Math.toRadians(lat));
        for (int[] ring : rings) {
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                double fromX = (ring[j] - grid.x(lon)) * width;
                double fromY = (ring[j + 1] - grid.y(lat)) * height;
                double toX = (ring[i] - grid.x(lon)) * width;
                double toY = (ring[i + 1] - grid.y(lat)) * height;
                if (squareOfDistance(fromX, fromY, toX, toY) <= km * km) {
                    return true;
                }
            }
        }
        return false;
    }

    /** From the origin to the nearest point of a line's piece. */
    private static double squareOfDistance(double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(fromX * dx + fromY * dy) / length));
        double x = fromX + along * dx;
        double y = fromY + along * dy;
        return x * x + y * y;
    }

    /**
     * The grid of a file: degrees of a step, and of the corner where it begins.
     */
    record Grid(double lonStep, double latStep, double west, double south) {

        double x(double lon) {
            return (lon - west) / lonStep;
        }

        double y(double lat) {
            return (lat - south) / latStep;
        }
    }
}
