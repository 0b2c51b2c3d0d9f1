package org.harmregistry.incidents.incident.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A point on the Earth (WGS 84).
 *
 * @param lat latitude in degrees, -90 to 90
 * @param lon longitude in degrees, -180 to 180
 */
public record GeoPoint(Double lat, Double lon) {

    private static final BigDecimal CELL = new BigDecimal("0.01");

    public GeoPoint {
        require(lat, 90, "/lat");
        require(lon, 180, "/lon");
    }

    private static void require(Double degrees, int bound, String pointer) {
        Bounds.required(degrees, pointer);
        // Written so that NaN, too, is refused.
        if (!(degrees >= -bound && degrees <= bound)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer,
                    "Degrees from -" + bound + " to " + bound + " are taken here.");
        }
    }

    /**
     * The centre of the fixed cell of 0.01 degrees in which the point lies, about 1 km wide. A fixed cell, unlike noise,
     * tells no more the more often one asks.
     */
    public GeoPoint cell() {
        return new GeoPoint(centre(lat, 90), centre(lon, 180));
    }

    private static double centre(double degrees, int bound) {
        BigDecimal cell = BigDecimal.valueOf(degrees).setScale(2, RoundingMode.FLOOR);
        BigDecimal last = BigDecimal.valueOf(bound).subtract(CELL);
        return cell.min(last).add(CELL.divide(BigDecimal.valueOf(2))).doubleValue();
    }
}
