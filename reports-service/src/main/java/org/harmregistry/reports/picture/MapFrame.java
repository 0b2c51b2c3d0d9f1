package org.harmregistry.reports.picture;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.MappedPlace;

/** The part of the world that a map shows, and where its points lie in the picture: equirectangular, true in its middle. */
final class MapFrame {

    static final int WIDTH = 720;
    private static final int LEAST_HEIGHT = 320;
    private static final int MOST_HEIGHT = 640;
    private static final double LEAST_SPAN = 0.4;
    private static final double MARGIN = 0.15;
    private static final double KILOMETRES_PER_DEGREE = 111.195;

    private final double west;
    private final double north;
    private final double scaleX;
    private final double scaleY;
    private final int height;

    MapFrame(List<MappedPlace> places) {
        double[] lon = span(places.stream().mapToDouble(MappedPlace::lon).toArray());
        double[] lat = span(places.stream().mapToDouble(MappedPlace::lat).toArray());
        double middle = Math.toRadians(Math.min(80, Math.abs(lat[0] + lat[1]) / 2));
        double wide = (lon[1] - lon[0]) * Math.cos(middle);
        double ratio = (lat[1] - lat[0]) / wide;
        this.height = (int) Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, Math.round(WIDTH * ratio)));
        double perDegree = Math.min(WIDTH / wide, height / (lat[1] - lat[0]));
        this.scaleY = perDegree;
        this.scaleX = perDegree * Math.cos(middle);
        this.west = (lon[0] + lon[1]) / 2 - WIDTH / scaleX / 2;
        this.north = (lat[0] + lat[1]) / 2 + height / scaleY / 2;
    }

    private static double[] span(double[] values) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double margin = Math.max((most - least) * MARGIN, (LEAST_SPAN - (most - least)) / 2);
        return new double[] { least - Math.max(margin, 0.05), most + Math.max(margin, 0.05) };
    }

    int height() {
        return height;
    }

    double x(double lon) {
        return (lon - west) * scaleX;
    }

    double y(double lat) {
        return (north - lat) * scaleY;
    }

    /** How long a distance is in the picture. */
    double length(double kilometres) {
        return kilometres / KILOMETRES_PER_DEGREE * scaleY;
    }

    boolean meets(double[][] ring) {
        boolean left = true;
        boolean right = true;
        boolean above = true;
        boolean below = true;
        for (double[] point : ring) {
            left &= x(point[0]) < 0;
            right &= x(point[0]) > WIDTH;
            above &= y(point[1]) < 0;
            below &= y(point[1]) > height;
        }
        return !(left || right || above || below);
    }

    /** The ring in the picture, cut off at its edges (Sutherland and Hodgman), without points that nobody could tell apart. */
    List<double[]> cut(double[][] ring) {
        List<double[]> points = new ArrayList<>();
        for (double[] point : ring) {
            points.add(new double[] { x(point[0]), y(point[1]) });
        }
        points = cut(points, 0, 0, 1);
        points = cut(points, 0, WIDTH, -1);
        points = cut(points, 1, 0, 1);
        points = cut(points, 1, height, -1);
        List<double[]> apart = new ArrayList<>();
        for (double[] point : points) {
            double[] last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || Math.hypot(point[0] - last[0], point[1] - last[1]) >= 0.6) {
                apart.add(point);
            }
        }
        return apart;
    }

    private static List<double[]> cut(List<double[]> points, int axis, double edge, int sign) {
        List<double[]> within = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[] from = points.get((i + points.size() - 1) % points.size());
            double[] to = points.get(i);
            boolean fromIn = (from[axis] - edge) * sign >= 0;
            boolean toIn = (to[axis] - edge) * sign >= 0;
            if (fromIn != toIn) {
                double part = (edge - from[axis]) / (to[axis] - from[axis]);
                within.add(new double[] { from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1]) });
            }
            if (toIn) {
                within.add(to);
            }
        }
        return within;
    }
}
