package org.harmregistry.reports.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The outlines of countries' parts that are packaged with the service; their origin and licence stand beside the files. */
final class Outlines {

    private static final String SYRIA = "cod-ab-syr, UN OCHA (CC BY 3.0 IGO)";
    private static final String OTHERS = "Natural Earth";

    private static List<Outline> all;

    private Outlines() {
    }

    /**
     * @param level 1 for the first administrative level, 2 for the second
     * @param credit whom to name for it
     * @param rings its rings, each a closed line of longitudes and latitudes
     */
    record Outline(int level, String credit, List<double[][]> rings) {

        boolean meets(MapFrame frame) {
            return rings.stream().anyMatch(frame::meets);
        }
    }

    /** The outlines that can be seen in a frame, the coarser ones first. */
    static List<Outline> in(MapFrame frame) {
        return all().stream().filter(outline -> outline.meets(frame)).toList();
    }

    private static synchronized List<Outline> all() {
        if (all == null) {
            List<Outline> read = new ArrayList<>(read("syria", SYRIA));
            read.addAll(read("regions", OTHERS));
            read.sort((one, other) -> Integer.compare(one.level(), other.level()));
            all = List.copyOf(read);
        }
        return all;
    }

    private static List<Outline> read(String name, String credit) {
        try (InputStream file = new GZIPInputStream(Outlines.class.getResourceAsStream("/outlines/" + name + ".geojson.gz"))) {
            List<Outline> read = new ArrayList<>();
            JsonMapper.builder().build().readTree(file).get("features").forEach(feature -> read.add(new Outline(
                    feature.get("properties").get("level").intValue(), credit, rings(feature.get("geometry")))));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<double[][]> rings(JsonNode multiPolygon) {
        List<double[][]> rings = new ArrayList<>();
        multiPolygon.get("coordinates").forEach(polygon -> polygon.forEach(ring -> {
            double[][] points = new double[ring.size()][];
            for (int i = 0; i < points.length; i++) {
                points[i] = new double[] { ring.get(i).get(0).doubleValue(), ring.get(i).get(1).doubleValue() };
            }
            rings.add(points);
        }));
        return rings;
    }
}
