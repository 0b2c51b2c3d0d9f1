package org.harmregistry.sources.source.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * The box that an image covers (WGS 84, as bbox of RFC 7946); west of east unless it crosses the antimeridian.
 *
 * @param west longitude in degrees, -180 to 180
 * @param south latitude in degrees, -90 to 90
 * @param east longitude in degrees, -180 to 180
 * @param north latitude in degrees, -90 to 90, not south of {@code south}
 */
public record Footprint(Double west, Double south, Double east, Double north) {

    public Footprint {
        require(west, 180, "/west");
        require(south, 90, "/south");
        require(east, 180, "/east");
        require(north, 90, "/north");
        if (south > north) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/south", "The southern edge lies north of the northern one.");
        }
    }

    private static void require(Double degrees, int bound, String pointer) {
        if (degrees == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, pointer, "This field is required.");
        }
        Parts.number(degrees, -bound, bound, pointer);
    }

    /** The box widened to whole cells of 0.01 degrees: cut closely, it would show the place itself. */
    Footprint forEverybody() {
        return new Footprint(edge(west, RoundingMode.FLOOR), edge(south, RoundingMode.FLOOR), edge(east, RoundingMode.CEILING),
                edge(north, RoundingMode.CEILING));
    }

    private static double edge(double degrees, RoundingMode outwards) {
        return BigDecimal.valueOf(degrees).setScale(2, outwards).doubleValue();
    }
}
