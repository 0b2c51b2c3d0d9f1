package org.harmregistry.incidents.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Which country a point may lie in, by outlines that are rough (1 : 50 million) and drawn by what is administered. */
final class Outlines {

    /** More than the outlines' own error, and than that of a village's middle on the other side of a border. */
    private static final double TOLERANCE_KM = 25;
    /** 200 nautical miles: what is stated as at sea off a country. */
    private static final double AT_SEA_KM = 370.4;

    private final Map<String, Outline> byCountry = new HashMap<>();
    private final List<Outline> all = new ArrayList<>();
    private final List<DisputedArea> disputed = new ArrayList<>();

    private Outlines() {
    }

    static Outlines read(ObjectMapper mapper) {
        Outlines outlines = new Outlines();
        try {
            Map<String, String> codes = new HashMap<>();
            GazetteerFiles.table("outlines/country_codes.tsv", cells -> codes.put(cells[0], cells[1]));
            GazetteerFiles.table("outlines/disputed_areas.tsv", cells -> outlines.disputed.add(DisputedArea.of(cells)));
            Topology topology = Topology.read(mapper, "outlines/countries-50m.topojson.gz");
            for (Topology.Country country : topology.objects().countries().geometries()) {
                if (country.arcs() != null) {
                    outlines.add(codes.get(country.id()), topology.outline(country));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outlines;
    }

    private void add(String code, Outline outline) {
        all.add(outline);
        if (code != null) {
            byCountry.putIfAbsent(code, outline);
        }
    }

    boolean mayBeIn(String country, double lat, double lon) {
        Outline outline = byCountry.get(country);
        return outline == null || outline.contains(lat, lon) || outline.isWithin(TOLERANCE_KM, lat, lon)
                || disputed.stream().anyMatch(area -> area.isClaimedBy(country, lat, lon))
                || isAtSea(lat, lon) && outline.isWithin(AT_SEA_KM, lat, lon);
    }

    private boolean isAtSea(double lat, double lon) {
        return all.stream().noneMatch(outline -> outline.contains(lat, lon));
    }

    /** A rectangle around land that several countries claim; the statement of each of them is taken as it is. */
    private record DisputedArea(Set<String> countries, double west, double south, double east, double north) {

        static DisputedArea of(String[] cells) {
            return new DisputedArea(Set.of(cells[1].split(",")), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
        }

        boolean isClaimedBy(String country, double lat, double lon) {
            return countries.contains(country) && lon >= west && lon <= east && lat >= south && lat <= north;
        }
    }
}
