package org.harmregistry.reports.template.dossier;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.harmregistry.reports.registry.Incident;

/**
 * The fixed cells of 0.01 degrees in which the registry shows places to everybody. A dossier shows no other place, also where a
 * data set is public at a finer accuracy: it tells of one single event.
 */
final class PublicCell {

    private static final BigDecimal WIDTH = new BigDecimal("0.01");
    private static final int NORTHERNMOST = 90;
    private static final int EASTERNMOST = 180;

    private PublicCell() {
    }

    /** The centre of the cell that a point lies in; the centre of a cell is its own. */
    static Incident.Point around(Incident.Point point) {
        return new Incident.Point(centre(point.lat(), NORTHERNMOST), centre(point.lon(), EASTERNMOST));
    }

    private static double centre(double degrees, int bound) {
        BigDecimal edge = BigDecimal.valueOf(degrees).setScale(WIDTH.scale(), RoundingMode.FLOOR);
        return edge.min(BigDecimal.valueOf(bound).subtract(WIDTH)).add(WIDTH.divide(BigDecimal.valueOf(2))).doubleValue();
    }
}
