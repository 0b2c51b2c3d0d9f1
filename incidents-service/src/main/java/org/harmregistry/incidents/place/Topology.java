package org.harmregistry.incidents.place;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What is used of a TopoJSON file (the TopoJSON format specification, 2013). Borders are arcs that neighbours share; each point
 * of an arc is a step from the one before.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Topology(Transform transform, Layers objects, int[][][] arcs) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transform(double[] scale, double[] translate) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Layers(Layer countries) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Layer(List<Country> geometries) {
    }

    /**
     * @param id ISO 3166-1 numeric code; {@code null} for land without one
     * @param arcs polygons of rings of arc numbers; one level less if there is one polygon
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Country(String type, String id, JsonNode arcs) {
    }

    static Topology read(ObjectMapper mapper, String resource) throws IOException {
        try (InputStream json = GazetteerFiles.resource(resource)) {
            return mapper.readValue(json, Topology.class);
        }
    }

    Outline.Grid grid() {
        return new Outline.Grid(transform.scale()[0], transform.scale()[1], transform.translate()[0],
                transform.translate()[1]);
    }

    Outline outline(Country country) {
        List<int[]> rings = new ArrayList<>();
        if ("Polygon".equals(country.type())) {
            country.arcs().forEach(ring -> rings.add(ring(ring)));
        } else {
            country.arcs().forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
        }
        return new Outline(rings, grid());
    }

    private int[] ring(JsonNode arcNumbers) {
        List<int[]> points = new ArrayList<>();
        for (JsonNode number : arcNumbers) {
            List<int[]> arc = arc(number.intValue());
            points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        int[] ring = new int[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            ring[2 * i] = points.get(i)[0];
            ring[2 * i + 1] = points.get(i)[1];
        }
        return ring;
    }

    /** A negative number is an arc walked backwards, counted from -1. */
    private List<int[]> arc(int number) {
        List<int[]> points = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (int[] step : arcs[number < 0 ? ~number : number]) {
            x += step[0];
            y += step[1];
            points.add(number < 0 ? 0 : points.size(), new int[] { x, y });
        }
        return points;
    }
}
